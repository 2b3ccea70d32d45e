#include "report/flow/flow_handlers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "database/turn.hpp"
#include "once/once.hpp"
#include "report/filling/filling_handlers.hpp"
#include "report/flow/correction_handlers.hpp"
#include "report/flow/flow_steps.hpp"
#include "report/flow/late_fact.hpp"
#include "report/flow/receipt_handlers.hpp"
#include "report/flow/remind_job.hpp"
#include "report/flow/sent_fact.hpp"
#include "report/flow/submission_handlers.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

/// Names of agencies, each looked up once.
class Names
{
public:
    Names(database::Transaction& transaction, Date day) : m_transaction(transaction), m_day(day) {}

    Result<std::string> of(organisation::AgencyId agency)
    {
        if (!agency) return std::string{"Hệ thống"};
        const auto known = m_known.find(agency);
        if (known != m_known.end()) return known->second;
        const auto found = TRY(organisation::agency_by_id(m_transaction, agency, m_day));
        return m_known.emplace(agency, found.name).first->second;
    }

private:
    database::Transaction& m_transaction;
    Date m_day{};
    std::map<organisation::AgencyId, std::string> m_known{};
};

std::vector<const Part*> parts_of(const Definition& definition)
{
    std::vector<const Part*> parts;
    for (const auto& section : definition.sections)
        for (const auto& part : section.parts) parts.push_back(&part);
    return parts;
}

std::string text_at(const Definition& definition, std::string_view key)
{
    for (const auto* part : parts_of(definition))
        if (key_of(*part) == key) return text_of(*part);
    return "Báo cáo";
}

using Hold = Result<Report> (*)(database::Transaction&, std::string_view);

/// A step with the report of the address, held.
template <class Step>
Result<http::Response> with_step(Context& context, const http::Request& request,
                                 std::string_view said, const Step& step, Hold hold = held_for_step)
{
    const auto done = [&]() -> Result<std::string> {
        const auto code = TRY(request.path<std::string>("report"));
        auto transaction = TRY(context.begin());
        auto report = TRY(hold(transaction, code));
        TRY(require_sight(context, report));
        TRY(step(transaction, report));
        TRY(transaction.commit());
        return report_path(report.code) + "#gui";
    }();
    if (done) return web::redirect_with(*done, said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    const auto fault = web::fault_of(context, done.error());
    return report_page_with(context, request, {.fault = fault}, fault.status);
}

Result<http::Response> post_sending(Context& context, const http::Request& request)
{
    auto key = TRY(once::key_from(request.raw(once::field)));
    const auto send = [&](database::Transaction& transaction, Report& report) -> Result<void> {
        const once::Sending sending{
            .purpose = "report.sending", .owner = report.id.value, .key = key};
        const auto act = [&]() -> Result<std::string> {
            const auto sent =
                TRY(submit(context, transaction, report, request.checked(no_secret_field)));
            return sent.code;
        };
        TRY(once::run(transaction, sending, context.now(), act));
        return {};
    };
    return with_step(context, request, "report.flow.submitted", send, held_for_sending);
}

Result<http::Response> post_recall(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.recalled",
                     [&](database::Transaction& transaction, Report& report) {
                         return recall(context, transaction, report);
                     });
}

Result<http::Response> post_check(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.checked",
                     [&](database::Transaction& transaction, Report& report) -> Result<void> {
                         TRY(require_seen(transaction, report, request));
                         return check_report(context, transaction, report, request.raw(note_field));
                     });
}

Result<http::Response> post_approval(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.approved",
                     [&](database::Transaction& transaction, Report& report) -> Result<void> {
                         TRY(require_seen(transaction, report, request));
                         return approve(context, transaction, report, request.raw(note_field));
                     });
}

/// By the keys of parts.
std::map<std::string, std::string> remarks_in(const http::Request& request)
{
    std::map<std::string, std::string> remarks;
    for (const auto& field : request.fields()) {
        if (!field.name.starts_with(remark_prefix)) continue;
        remarks.emplace(field.name.substr(remark_prefix.size()), field.value);
    }
    return remarks;
}

Result<http::Response> post_remarks(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.remarked",
                     [&](database::Transaction& transaction, Report& report) -> Result<void> {
                         TRY(require_seen(transaction, report, request));
                         return add_remarks(context, transaction, report, remarks_in(request));
                     });
}

Result<http::Response> post_settling(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.remark_is_settled",
                     [&](database::Transaction& transaction, Report& report) -> Result<void> {
                         TRY(require_settling(context, report));
                         const auto number =
                             TRY(request.integer(remark_number_field, {1, limits::remarks_max}));
                         return settle_remark(context, transaction, report, number);
                     });
}

Result<http::Response> post_return(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.sent_back",
                     [&](database::Transaction& transaction, Report& report) -> Result<void> {
                         TRY(require_seen(transaction, report, request));
                         const auto reason = TRY(request.paragraphs(reason_field));
                         return send_back(context, transaction, report, reason,
                                          remarks_in(request));
                     });
}

Result<http::Response> post_reopening(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.reopened",
                     [&](database::Transaction& transaction, Report& report) -> Result<void> {
                         TRY(require_seen(transaction, report, request));
                         const auto reason = TRY(request.paragraphs(reason_field));
                         return reopen(context, transaction, report, reason);
                     });
}

Result<http::Response> post_extension(Context& context, const http::Request& request)
{
    return with_step(context, request, "report.flow.extended",
                     [&](database::Transaction& transaction, Report& report) -> Result<void> {
                         const auto until = TRY(request.maybe_date(until_field));
                         const auto reason = TRY(request.paragraphs(reason_field));
                         return extend(context, transaction, report, until.value_or(Date{}),
                                       reason);
                     });
}

void add_audits(Module& module)
{
    module.audits({"report.submitted", "gửi báo cáo"});
    module.audits({"report.recalled", "rút lại báo cáo đã gửi"});
    module.audits({"report.checked", "kiểm tra xong báo cáo"});
    module.audits({"report.approved", "phê duyệt báo cáo"});
    module.audits({"report.sent_back", "trả lại báo cáo"});
    module.audits({"report.reopened", "mở lại báo cáo đã duyệt"});
    module.audits({"report.remarked", "nêu ý kiến về báo cáo, không trả lại"});
    module.audits({"report.remark_settled", "đánh dấu ý kiến về báo cáo đã xong"});
    module.audits({"report.corrected", "gửi bản điều chỉnh của báo cáo đã khóa"});
    module.audits({"report.extended", "mở khóa báo cáo có thời hạn"});
}

}  // namespace

Result<FlowPart> flow_part_of(Context& context, database::Transaction& transaction,
                              const Filled& filled, const http::Request& request,
                              const web::Fault& fault)
{
    const auto& report = filled.report;
    const auto& definition = *filled.definition;
    FlowPart part{.code = report.code, .key = once::new_key(), .fault = fault};
    part.may =
        acts(report, definition.flow, context.today(), held_over(context, report, definition.flow));
    // Before its lock day nobody needs to open it.
    if (!report.locks_on || context.today() <= *report.locks_on) std::erase(part.may, Act::extend);
    part.parts = parts_of(definition);
    const auto faults = faults_of(filled);
    part.lacks_something = std::ranges::find(faults, Weight::stops, &Fault::weight) != faults.end();
    part.sent = TRY(SubmissionStore{transaction}.of_report(report.id));
    Names names{transaction, context.today()};
    StepStore store{transaction};
    const auto steps = TRY(store.of_report(report.id));
    for (const auto& step : steps) {
        auto agency = TRY(names.of(step.agency));
        part.steps.push_back({step, std::move(agency)});
    }
    const auto remarks = TRY(store.all_remarks(report.id));
    std::int64_t number = 0;
    for (const auto& one : remarks) {
        auto agency = TRY(names.of(one.agency));
        part.remarks.push_back({.number = ++number,
                                .field = one.field,
                                .part = text_at(definition, one.field),
                                .text = one.text,
                                .agency = std::move(agency),
                                .is_settled = one.settled_at.has_value()});
    }
    part.may_settle = require_settling(context, report).has_value();
    part.late = TRY(late_part_of(context, transaction, filled));
    for (const auto& field : request.fields()) part.typed.emplace(field.name, field.value);
    return part;
}

Result<void> require_seen(database::Transaction& transaction, const Report& report,
                          const http::Request& request)
{
    const auto sent = TRY(SubmissionStore{transaction}.of_report(report.id));
    const auto current = std::ranges::find(sent, report.current, &Submission::id);
    if (current != sent.end() && request.raw(seen_field) != current->code)
        return failure(Failure::conflict, "report.flow.sent_anew");
    return {};
}

Result<Report> held_for_step(database::Transaction& transaction, std::string_view code)
{
    TRY(database::take_turn(transaction, database::Turn::among_others));
    return ReportStore{transaction}.hold(code);
}

Result<Report> held_for_sending(database::Transaction& transaction, std::string_view code)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    return ReportStore{transaction}.hold(code);
}

void add_flow(Module& module)
{
    const auto senders = http::Access::holder_of(submit_reports.key);
    const auto checkers = http::Access::holder_of(check_reports.key);
    const auto approvers = http::Access::holder_of(approve_reports.key);
    module.post("/bao-cao/{report}/gui", senders, post_sending);
    module.post("/bao-cao/{report}/rut-lai", senders, post_recall);
    module.post("/bao-cao/{report}/kiem-tra", checkers, post_check);
    module.post("/bao-cao/{report}/tra-lai", checkers, post_return);
    module.post("/bao-cao/{report}/y-kien", checkers, post_remarks);
    module.post("/bao-cao/{report}/y-kien/xong", http::Access::signed_in, post_settling);
    module.post("/bao-cao/{report}/phe-duyet", approvers, post_approval);
    module.post("/bao-cao/{report}/mo-lai", approvers, post_reopening);
    module.post("/bao-cao/{report}/mo-khoa", http::Access::holder_of(unlock_reports.key),
                post_extension);
    add_receipts(module);
    add_submissions(module);
    add_corrections(module);
    add_late_facts(module);
    add_sent_facts(module);
    add_remind_job(module);
    add_audits(module);
}

}  // namespace caicach::report
