import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Boards } from './boards';

const { list, page, add, edit, addMeeting, dropMeeting, noteAttendance } = routes.boards;

@Controller()
export class BoardsController {
  constructor(private readonly boards: Boards) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.boards.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.boards.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.boards.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.boards.edit(asked);
  }

  @Serves(addMeeting)
  addMeeting(@Ask() asked: Asked<typeof addMeeting>): Promise<string> {
    return this.boards.addMeeting(asked);
  }

  @Serves(dropMeeting)
  dropMeeting(@Ask() asked: Asked<typeof dropMeeting>): Promise<string> {
    return this.boards.dropMeeting(asked);
  }

  @Serves(noteAttendance)
  noteAttendance(@Ask() asked: Asked<typeof noteAttendance>): Promise<string> {
    return this.boards.noteAttendance(asked);
  }
}
