#include "report/aggregate/reminding.hpp"

#include "calendar/moment.hpp"
#include "manifest/change_detail.hpp"
#include "report/flow/news.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_store.hpp"
#include "report/sql.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

/// Of a day, beside the keys of report_reminders.csv, which have no slash.
std::string rule_of(Date day) { return "by_hand/" + day.iso(); }

/// All that messages of one period have in common.
struct Notice {
    std::string about{};
    std::string collector{};
};

Result<Notice> notice_of(database::Transaction& transaction, const ReportPeriod& period,
                         organisation::AgencyId collector)
{
    const auto definition = TRY(form_content(transaction, period.version_of_form));
    const auto agency = TRY(organisation::agency_by_id(transaction, collector, period.due_on));
    const auto title = text::shorten(definition->title, limits::news_title_length_max);
    return Notice{.about = title + ", " + period.title, .collector = agency.name};
}

Result<void> tell_agency(Context& context, database::Transaction& transaction,
                         const Readers& readers, const Report& report, const Notice& notice)
{
    const auto today = context.today();
    TRY(tell(context, transaction, readers,
             {.template_key = "report.due",
              .what = report.is_overdue(today) ? "Nhắc gửi báo cáo đã quá hạn" : "Nhắc gửi báo cáo",
              .about = notice.about,
              .agency = notice.collector,
              .text = report.due_on.vietnamese(),
              .path = report_path(report.code),
              .key = "report.due/" + report.code + "/" + rule_of(today)}));
    return context.record(
        transaction, "report.reminded", "report.report", report.id.value,
        beginning_detail(json::Value::object().set("due_on", report.due_on.iso())));
}

}  // namespace

Result<std::set<ReportId>> reminded_today(const Context& context,
                                          database::Transaction& transaction,
                                          const ReportPeriod& period,
                                          organisation::AgencyId collector)
{
    std::set<ReportId> reminded;
    TRY(transaction.each(
        sql::reports_reminded,
        [&](const database::Row& row) { reminded.insert(row.id<ReportId>("report_id")); },
        period.id, collector, instant_at(context.today(), 0)));
    return reminded;
}

Result<Reminded> remind_by_hand(Context& context, database::Transaction& transaction,
                                const ReportPeriod& period, organisation::AgencyId collector,
                                std::span<const CollectedReport> reports)
{
    TRY(context.require(check_reports, organisation::scope_of(collector)));
    const auto before = TRY(reminded_today(context, transaction, period, collector));
    const auto notice = TRY(notice_of(transaction, period, collector));
    Reminded done;
    for (const auto& one : reports) {
        if (!one.is_missing()) continue;
        const auto& report = one.report;
        if (before.contains(report.id)) {
            ++done.already;
            continue;
        }
        const auto readers = TRY(readers_at_agency(context, transaction, report));
        if (readers.empty()) {
            ++done.unreachable;
            continue;
        }
        // Whoever presses at the same moment finds it told.
        const bool is_new =
            TRY(transaction.change(sql::insert_reminder, report.id, rule_of(context.today()),
                                   report.due_on, context.now())) > 0;
        ++(is_new ? done.told : done.already);
        if (is_new) TRY(tell_agency(context, transaction, readers, report, notice));
    }
    if (done.told > 0) return done;
    if (done.unreachable > 0) return failure(Failure::conflict, "report.reminder.unreachable");
    if (done.already > 0) return failure(Failure::conflict, "report.reminder.told_today");
    return failure(Failure::conflict, "report.reminder.nobody_owes");
}

}  // namespace caicach::report
