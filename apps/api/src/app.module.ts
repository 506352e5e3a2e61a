import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActionsModule } from './actions/actions.module';
import { AssessmentsModule } from './assessments/assessments.module';
import { BoardsModule } from './boards/boards.module';
import { BulkEditsModule } from './bulk-edits/bulk-edits.module';
import { CapabilityModule } from './capability/capability.module';
import { CapacityModule } from './capacity/capacity.module';
import { CausesModule } from './causes/causes.module';
import { ChasesModule } from './chases/chases.module';
import { ClosuresModule } from './closures/closures.module';
import { CoProductionModule } from './co-production/co-production.module';
import { CyclesModule } from './cycles/cycles.module';
import { DashboardModule } from './dashboard/dashboard.module';
import { dataSource } from './database/data-source';
import { DaysChecksModule } from './days-checks/days-checks.module';
import { DecisionsModule } from './decisions/decisions.module';
import { DeliverabilityModule } from './deliverability/deliverability.module';
import { DemandModule } from './demand/demand.module';
import { DiagnosesModule } from './diagnoses/diagnoses.module';
import { DependenciesModule } from './dependencies/dependencies.module';
import { ENV, type Env } from './env';
import { FilesModule } from './files/files.module';
import { FindingsModule } from './findings/findings.module';
import { FrameworksModule } from './frameworks/frameworks.module';
import { HistoryModule } from './history/history.module';
import { IdentityModule } from './identity/identity.module';
import { InvitationsModule } from './invitations/invitations.module';
import { KernelModule } from './kernel/kernel.module';
import { LadderModule } from './ladder/ladder.module';
import { LoadsModule } from './loads/loads.module';
import { MailModule } from './mail/mail.module';
import { MeasuresModule } from './measures/measures.module';
import { MembershipsModule } from './memberships/memberships.module';
import { MilestonesModule } from './milestones/milestones.module';
import { WorkOfMineModule } from './my-work/my-work.module';
import { ImportsModule } from './imports/imports.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PastModule } from './past/past.module';
import { PeopleModule } from './people/people.module';
import { PlanHealthModule } from './plan-health/plan-health.module';
import { PlansModule } from './plans/plans.module';
import { PollsModule } from './polls/polls.module';
import { ProofModule } from './proof/proof.module';
import { QuestionsModule } from './questions/questions.module';
import { ProgrammesModule } from './programmes/programmes.module';
import { PromisesModule } from './promises/promises.module';
import { ReviewsModule } from './reviews/reviews.module';
import { RoomsModule } from './rooms/rooms.module';
import { RoundsModule } from './rounds/rounds.module';
import { ScenariosModule } from './scenarios/scenarios.module';
import { SearchModule } from './search/search.module';
import { SettingsModule } from './settings/settings.module';
import { SkillsModule } from './skills/skills.module';
import { SlippageModule } from './slippage/slippage.module';
import { SnoozesModule } from './snoozes/snoozes.module';
import { StaffingModule } from './staffing/staffing.module';
import { StatusWordsModule } from './status-words/status-words.module';
import { SummitsModule } from './summits/summits.module';
import { SupplyModule } from './supply/supply.module';
import { TeamsModule } from './teams/teams.module';
import { ThreadsModule } from './threads/threads.module';
import { TimelineModule } from './timeline/timeline.module';
import { TracesModule } from './traces/traces.module';
import { UpdateDraftsModule } from './update-drafts/update-drafts.module';
import { UpdateSheetModule } from './update-sheet/update-sheet.module';
import { UpdatesModule } from './updates/updates.module';
import { VersionsModule } from './versions/versions.module';

/** The whole server. One line a feature; deleting that line and its folders deletes the feature. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }

  static with(env: Env): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        KernelModule,
        ActionsModule,
        AssessmentsModule,
        BoardsModule,
        BulkEditsModule,
        CapabilityModule,
        CapacityModule,
        CausesModule,
        ChasesModule,
        ClosuresModule,
        CoProductionModule,
        CyclesModule,
        DashboardModule,
        DaysChecksModule,
        DecisionsModule,
        DeliverabilityModule,
        DemandModule,
        FilesModule,
        DiagnosesModule,
        DependenciesModule,
        FindingsModule,
        FrameworksModule,
        HistoryModule,
        IdentityModule,
        InvitationsModule,
        LadderModule,
        LoadsModule,
        MailModule,
        MeasuresModule,
        MembershipsModule,
        MilestonesModule,
        ImportsModule,
        OrganisationsModule,
        PastModule,
        PeopleModule,
        PlanHealthModule,
        PlansModule,
        PollsModule,
        ProofModule,
        QuestionsModule,
        ProgrammesModule,
        PromisesModule,
        ReviewsModule,
        RoomsModule,
        RoundsModule,
        ScenariosModule,
        SearchModule,
        SettingsModule,
        SkillsModule,
        SlippageModule,
        SnoozesModule,
        StaffingModule,
        StatusWordsModule,
        SummitsModule,
        SupplyModule,
        TeamsModule,
        ThreadsModule,
        TimelineModule,
        TracesModule,
        UpdateDraftsModule,
        UpdateSheetModule,
        UpdatesModule,
        VersionsModule,
        WorkOfMineModule,
      ],
      providers: [
        { provide: ENV, useValue: env },
        { provide: DataSource, useFactory: () => dataSource(env.databaseUrl).initialize() },
      ],
      exports: [ENV, DataSource],
    };
  }
}
