#include "obligation/result.hpp"

#include <utility>

#include "database/turn.hpp"
#include "evidence/api.hpp"
#include "obligation/cascade/handing_on.hpp"
#include "obligation/coordination.hpp"
#include "obligation/counting.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/work_news.hpp"
#include "obligation/role/insight.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Result<void> check_not_closed(const Obligation& obligation)
{
    if (obligation.closing != Closing::closed) return {};
    return failure(Failure::conflict, "obligation.closed");
}

/// Asked about the plan's coordinating agency: who owes does not excuse itself.
Result<void> require_excusing(Context& context, database::Transaction& transaction,
                              const Obligation& obligation)
{
    // Parts are their giver's: who excuses the whole excuses them along.
    if (obligation.is_part()) return failure(Failure::conflict, "obligation.part.giver_decides");
    const auto plan = TRY(plan_today(transaction, obligation.plan, context.today()));
    return context.require(excuse_agencies, organisation::scope_of(plan.coordinator));
}

/// What was sent with the report, else what a draft had.
Result<std::optional<attachment::Attachment>> file_of(
    Context& context, database::Transaction& transaction, const Obligation& obligation,
    const Report& report, const std::optional<attachment::KeptFile>& proof)
{
    std::optional<attachment::Attachment> file;
    if (proof) {
        file = TRY(attachment::add(context, transaction, *proof, obligation.id.value));
        if (report.photo) TRY(evidence::keep_photo_note(transaction, file->id, *report.photo));
    } else if (report.file) {
        file = TRY(attachment::find(transaction, report.file));
        if (report.forgets_photo) TRY(evidence::forget_photo_note(transaction, file->id));
    }
    return file;
}

}  // namespace

const attachment::AttachmentUse& proof_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "obligation.proof",
        .kinds = {FileKind::pdf, FileKind::docx, FileKind::odt, FileKind::xlsx, FileKind::jpeg,
                  FileKind::png, FileKind::webp},
        .bytes_max = limits::proof_bytes_max,
        .count_max = 200};
    return use;
}

evidence::FactKind kind_of(const Obligation& obligation)
{
    const auto* product = evidence::product_of(obligation.product);
    if (product == nullptr)
        return {.key = "obligation.result", .text = "Kết quả thực hiện", .unit = "việc"};
    return {.key = "obligation.reported",
            .text = product->text,
            .unit = product->unit,
            .product = product->key};
}

Result<void> report(Context& context, database::Transaction& transaction,
                    const Obligation& obligation, const Report& report,
                    const std::optional<attachment::KeptFile>& proof)
{
    TRY(require_for(context, transaction, report_work, obligation));
    return record_result(context, transaction, obligation, report, proof);
}

Result<void> record_result(Context& context, database::Transaction& transaction,
                           const Obligation& obligation, const Report& report,
                           const std::optional<attachment::KeptFile>& proof)
{
    TRY(check_not_closed(obligation));
    TRY(database::take_turn(transaction, database::Turn::among_others));
    if (report.link.empty() && !proof && !report.file)
        return failure(Failure::invalid, "obligation.report.proof_missing", "link");
    const auto agency = TRY(doing_agency(context, transaction, obligation));
    evidence::Fact fact{.kind = kind_of(obligation),
                        .agency = agency,
                        .happened_on = report.happened_on,
                        .quantity = report.quantity,
                        .title = report.title,
                        .link = report.link,
                        .source_module = std::string{fact_source},
                        .source_object = obligation.id.value,
                        .is_typed = true};
    const auto file = TRY(file_of(context, transaction, obligation, report, proof));
    if (file) {
        fact.file = file->id;
        fact.file_sha256 = file->sha256;
    }
    const auto subjects =
        TRY(evidence::subjects_meant(transaction, report.subjects, report.happened_on));
    const auto id = TRY(evidence::record_about(context, transaction, fact, subjects));
    if (file) TRY(transaction.change(sql::insert_proof, file->id, obligation.id, id));
    if (report.page) TRY(evidence::add_capture(context, transaction, id, *report.page));
    return context.record(transaction, "obligation.result.reported", "evidence.fact", id.value);
}

Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                             const attachment::FileAsked& asked)
{
    const auto owner = [](const database::Row& row) {
        return row.id<ObligationId>("obligation_id");
    };
    const auto id = TRY(transaction.maybe_one(sql::obligation_of_proof, owner, asked.file));
    if (!id || asked.may_be_read) return {};
    const auto obligation = TRY(ObligationStore{transaction}.find(*id));
    const auto insight = TRY(insight_into(context, transaction, obligation));
    asked.may_be_read = insight >= Insight::proof;
    return {};
}

Result<bool> may_see(const Context& context, database::Transaction& transaction,
                     const Obligation& obligation)
{
    const auto insight = TRY(insight_into(context, transaction, obligation));
    return insight != Insight::none;
}

Result<void> excuse(Context& context, database::Transaction& transaction,
                    const Obligation& obligation, std::string_view reason)
{
    const auto excused = TRY(excuse_untold(context, transaction, obligation, reason));
    const auto plan = TRY(plan_today(transaction, obligation.plan, context.today()));
    return tell_excused(context, transaction, plan, excused);
}

Result<std::vector<Obligation>> excuse_untold(Context& context, database::Transaction& transaction,
                                              const Obligation& obligation, std::string_view reason)
{
    TRY(require_excusing(context, transaction, obligation));
    if (!obligation.is_owed()) return failure(Failure::conflict, "obligation.closed");
    TRY(database::take_turn(transaction, database::Turn::among_others));
    auto excused = obligation;
    excused.closing = Closing::excused;
    excused.closing_reason = reason;
    excused.closed_by = context.actor().name;
    excused.closed_at = context.now();
    TRY(ObligationStore{transaction}.save(obligation, excused));
    auto all = TRY(excuse_parts(context, transaction, obligation));
    all.insert(all.begin(), std::move(excused));
    TRY(context.record(transaction, "obligation.excused", "obligation", obligation.id.value,
                       reason));
    return all;
}

Result<void> end_excuse(Context& context, database::Transaction& transaction,
                        const Obligation& obligation)
{
    TRY(require_excusing(context, transaction, obligation));
    if (obligation.closing != Closing::excused)
        return failure(Failure::conflict, "obligation.not_excused");
    TRY(database::take_turn(transaction, database::Turn::among_others));
    auto owed = obligation;
    owed.closing = Closing::none;
    owed.closing_reason.clear();
    owed.closed_by.clear();
    owed.closed_at.reset();
    TRY(ObligationStore{transaction}.save(obligation, owed));
    auto all = TRY(end_excuse_of_parts(transaction, obligation));
    all.insert(all.begin(), std::move(owed));
    TRY(tell_excuse_ended(context, transaction, all));
    return context.record(transaction, "obligation.excuse_ended", "obligation",
                          obligation.id.value);
}

}  // namespace caicach::obligation
