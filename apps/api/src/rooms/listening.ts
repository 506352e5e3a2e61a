import { Inject, Injectable } from '@nestjs/common';
import type { roomRoutes } from '@followthrough/contracts';
import type { FastifyReply } from 'fastify';
import { ENV, type Env } from '../env';
import type { Asked } from '../kernel/asked';
import { Hub } from '../kernel/events/hub';
import { resumeAfter, Stream } from '../kernel/events/stream';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { statement } from '../kernel/statement';
import { Guests } from './guests';

const whichRoom = statement('rooms.which', 'select r.locality_id, r.id as room_id from room r where r.summit_id = $1');

/** Who listens to a room: its keepers by the summit, its guests by the code. Asked again at every heartbeat, so ended access ends the stream, and so does for guests the end of the summit: nothing changes for them any more. */
@Injectable()
export class Listening {
  constructor(
    private readonly reads: Reads,
    private readonly guests: Guests,
    private readonly hub: Hub,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async keeper(asked: Asked<typeof roomRoutes.changes>, reply: FastifyReply): Promise<void> {
    await this.start(asked, reply, true, async () => {
      const { actor, rows } = await this.reads.rows<{ locality_id: string; room_id: string }>(asked, whichRoom, [asked.params.id]);
      if (!rows[0]) throw new Refusal('not_found');
      return { localityId: rows[0].locality_id, roomId: rows[0].room_id, who: actor.userId };
    });
  }

  async guest(asked: Asked<typeof roomRoutes.guestChanges>, reply: FastifyReply): Promise<void> {
    await this.start(asked, reply, false, async () => {
      const { locality_id: localityId, room_id: roomId, participant_id: who, isOpen } = await this.guests.of(asked);
      if (!isOpen) throw new Refusal('rule', { detail: 'This summit has closed' });
      return { localityId, roomId, who };
    });
  }

  private async start(asked: Asked<typeof roomRoutes.changes> | Asked<typeof roomRoutes.guestChanges>, reply: FastifyReply, isKeeper: boolean, find: () => Promise<Place>): Promise<void> {
    const place = await find();
    this.hub.refuseWhenFull(place.who);
    await this.hub.add(new Stream(reply, find, this.env.heartbeatMs), { ...place, isKeeper, after: resumeAfter(asked.request, asked.query.after) });
  }
}

/** Which room somebody listens to, and who they are. */
interface Place {
  readonly localityId: string;
  readonly roomId: string;
  readonly who: string;
}
