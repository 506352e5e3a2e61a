import { Injectable } from '@nestjs/common';
import type { roomRoutes } from '@followthrough/contracts';
import type { FastifyReply } from 'fastify';
import type { Asked } from '../kernel/asked';
import { Hub } from '../kernel/events/hub';
import { resumeAfter, Stream } from '../kernel/events/stream';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { statement } from '../kernel/statement';
import { Guests } from './guests';

const whichRoom = statement('rooms.which', 'select r.locality_id, r.id as room_id from room r where r.summit_id = $1');

/** Who listens to a room: its keepers by the summit, its guests by the code. Asked again at every heartbeat, so ended access ends the stream. */
@Injectable()
export class Listening {
  constructor(
    private readonly reads: Reads,
    private readonly guests: Guests,
    private readonly hub: Hub,
  ) {}

  async keeper(asked: Asked<typeof roomRoutes.changes>, reply: FastifyReply): Promise<void> {
    const find = async (): Promise<{ readonly locality_id: string; readonly room_id: string }> => {
      const { rows } = await this.reads.rows<{ locality_id: string; room_id: string }>(asked, whichRoom, [asked.params.id]);
      if (!rows[0]) throw new Refusal('not_found');
      return rows[0];
    };
    await this.start(asked, reply, true, find);
  }

  async guest(asked: Asked<typeof roomRoutes.guestChanges>, reply: FastifyReply): Promise<void> {
    await this.start(asked, reply, false, () => this.guests.of(asked));
  }

  private async start(asked: Asked<typeof roomRoutes.changes> | Asked<typeof roomRoutes.guestChanges>, reply: FastifyReply, isKeeper: boolean, find: () => Promise<{ readonly locality_id: string; readonly room_id: string }>): Promise<void> {
    this.hub.refuseWhenFull();
    const { locality_id: localityId, room_id: roomId } = await find();
    const after = resumeAfter(asked.request, asked.query.after);
    await this.hub.add(new Stream(reply, find), { localityId, roomId, isKeeper, after });
  }
}
