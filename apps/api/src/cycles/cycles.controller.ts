import { Controller, StreamableFile } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Cycles } from './cycles';

const { desk, setCadence, stop, adjust, freeze, reopen, publish, page, bytes } = routes.cycles;

@Controller()
export class CyclesController {
  constructor(private readonly cycles: Cycles) {}

  @Serves(desk)
  desk(@Ask() asked: Asked<typeof desk>): Promise<string> {
    return this.cycles.desk(asked);
  }

  @Serves(setCadence)
  setCadence(@Ask() asked: Asked<typeof setCadence>): Promise<string> {
    return this.cycles.setCadence(asked);
  }

  @Serves(stop)
  stop(@Ask() asked: Asked<typeof stop>): Promise<string> {
    return this.cycles.stop(asked);
  }

  @Serves(adjust)
  adjust(@Ask() asked: Asked<typeof adjust>): Promise<string> {
    return this.cycles.adjust(asked);
  }

  @Serves(freeze)
  freeze(@Ask() asked: Asked<typeof freeze>): Promise<string> {
    return this.cycles.freeze(asked);
  }

  @Serves(reopen)
  reopen(@Ask() asked: Asked<typeof reopen>): Promise<string> {
    return this.cycles.reopen(asked);
  }

  @Serves(publish)
  publish(@Ask() asked: Asked<typeof publish>): Promise<string> {
    return this.cycles.publish(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.cycles.page(asked);
  }

  @Serves(bytes)
  async bytes(@Ask() asked: Asked<typeof bytes>): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.cycles.bytes(asked)), { type: bytes.file ?? '', disposition: `attachment; filename="cycle-${asked.params.id}.jsonl"` });
  }
}
