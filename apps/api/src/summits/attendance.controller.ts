import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { AttendanceAndMaterials } from './attendance';

const { note, remove } = routes.attendance;
const { add: addMaterial, remove: removeMaterial } = routes.materials;

@Controller()
export class AttendanceController {
  constructor(private readonly attendance: AttendanceAndMaterials) {}

  @Serves(note)
  note(@Ask() asked: Asked<typeof note>): Promise<string> {
    return this.attendance.note(asked);
  }

  @Serves(remove)
  absent(@Ask() asked: Asked<typeof remove>): Promise<string> {
    return this.attendance.absent(asked);
  }

  @Serves(addMaterial)
  addMaterial(@Ask() asked: Asked<typeof addMaterial>): Promise<string> {
    return this.attendance.addMaterial(asked);
  }

  @Serves(removeMaterial)
  removeMaterial(@Ask() asked: Asked<typeof removeMaterial>): Promise<string> {
    return this.attendance.removeMaterial(asked);
  }
}
