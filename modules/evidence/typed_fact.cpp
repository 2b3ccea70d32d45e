#include "evidence/typed_fact.hpp"

#include <utility>

#include "database/turn.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/limits.hpp"
#include "evidence/permissions.hpp"
#include "evidence/review_news.hpp"
#include "evidence/sql.hpp"

namespace caicach::evidence
{
namespace
{

/// A kept file becomes the agency's proof before the fact that names it is recorded.
Result<void> attach(Context& context, database::Transaction& transaction, const TypedFact& typed,
                    Fact& fact)
{
    if (!typed.file) return {};
    const auto file =
        TRY(attachment::add(context, transaction, *typed.file, make_id<FactId>().value));
    fact.file = file.id;
    fact.file_sha256 = file.sha256;
    if (!typed.photo) return {};
    return keep_photo_note(transaction, file.id, *typed.photo);
}

Result<void> check_proof(const Fact& fact)
{
    if (!fact.link.empty() || !fact.file_sha256.empty()) return {};
    return failure(Failure::invalid, "evidence.fact.proof_missing", "link");
}

Result<FactId> record_typed(Context& context, database::Transaction& transaction, const Fact& fact,
                            const TypedFact& typed)
{
    if (!typed.about) return record(context, transaction, fact);
    const auto subjects = TRY(subjects_meant(transaction, *typed.about, fact.happened_on));
    return record_about(context, transaction, fact, subjects);
}

Result<void> require_correcting(const Context& context, const RecordedFact& fact)
{
    TRY(context.require(record_facts, organisation::scope_of(fact.agency)));
    if (!fact.is_typed) return failure(Failure::conflict, "evidence.fact.recorded_elsewhere");
    if (fact.standing == Standing::superseded)
        return failure(Failure::conflict, "evidence.fact.already_superseded");
    return {};
}

/// As it stands now, for nobody else to change.
Result<RecordedFact> held_for_correcting(const Context& context, database::Transaction& transaction,
                                         const RecordedFact& known)
{
    TRY(require_correcting(context, known));
    TRY(database::take_turn(transaction, database::Turn::among_others));
    auto fact = TRY(hold_fact(transaction, known.id));
    TRY(require_correcting(context, fact));
    return fact;
}

/// What says nothing new undoes no refusal.
bool is_same(const RecordedFact& fact, const TypedFact& typed)
{
    return !typed.file && typed.title == fact.title && typed.happened_on == fact.happened_on &&
           typed.quantity == fact.quantity && typed.link == fact.link;
}

}  // namespace

const attachment::AttachmentUse& fact_file_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "evidence.proof",
        .kinds = {FileKind::pdf, FileKind::docx, FileKind::odt, FileKind::xlsx, FileKind::jpeg,
                  FileKind::png, FileKind::webp},
        .bytes_max = limits::file_bytes_max};
    return use;
}

FactKind typed_kind(const Product* product)
{
    if (product == nullptr)
        return {.key = "evidence.typed", .text = "Kết quả thực hiện", .unit = "việc"};
    return {.key = "evidence.typed",
            .text = product->text,
            .unit = product->unit,
            .product = product->key};
}

Fact correction_of(const RecordedFact& fact)
{
    return {.kind = {.key = fact.kind, .text = {}, .unit = fact.unit, .product = fact.product},
            .agency = fact.agency,
            .happened_on = fact.happened_on,
            .quantity = fact.quantity,
            .title = fact.title,
            .link = fact.link,
            .file_sha256 = fact.file_sha256,
            .source_module = fact.source_module,
            .source_object = fact.source_object,
            .supersedes = fact.id,
            .file = fact.file,
            .is_typed = true};
}

Result<FactId> type_in(Context& context, database::Transaction& transaction,
                       organisation::AgencyId agency, std::string_view product,
                       const TypedFact& typed)
{
    TRY(context.require(record_facts, organisation::scope_of(agency)));
    const auto* known = product_of(product);
    if (known == nullptr && !product.empty())
        return failure(Failure::invalid, "evidence.fact.product_unknown", "product");
    Fact fact{.kind = typed_kind(known),
              .agency = agency,
              .happened_on = typed.happened_on,
              .quantity = typed.quantity,
              .title = typed.title,
              .link = typed.link,
              .source_module = "evidence",
              .is_typed = true};
    // Before the file is taken in, whose line in the audit others wait for.
    TRY(database::take_turn(transaction, database::Turn::among_others));
    TRY(attach(context, transaction, typed, fact));
    TRY(check_proof(fact));
    const auto id = TRY(record_typed(context, transaction, fact, typed));
    if (typed.page) TRY(add_capture(context, transaction, id, *typed.page));
    TRY(context.record(transaction, "evidence.fact.recorded", "evidence.fact", id.value));
    return id;
}

bool may_correct(const Context& context, const RecordedFact& fact)
{
    return fact.is_typed && fact.standing != Standing::superseded &&
           context.may(record_facts, organisation::scope_of(fact.agency));
}

Result<FactId> correct(Context& context, database::Transaction& transaction,
                       const RecordedFact& known, const TypedFact& typed)
{
    const auto fact = TRY(held_for_correcting(context, transaction, known));
    const bool was_refused = fact.standing == Standing::refused;
    if (was_refused && is_same(fact, typed))
        return failure(Failure::invalid, "evidence.fact.nothing_corrected", "title");
    auto correction = correction_of(fact);
    correction.happened_on = typed.happened_on;
    correction.quantity = typed.quantity;
    correction.title = typed.title;
    correction.link = typed.link;
    TRY(attach(context, transaction, typed, correction));
    TRY(check_proof(correction));
    const auto id = TRY(record_typed(context, transaction, correction, typed));
    if (typed.page) {
        TRY(add_capture(context, transaction, id, *typed.page));
    } else if (typed.link == fact.link) {
        TRY(pass_on_capture(transaction, fact.id, id));
    }
    TRY(context.record(transaction, "evidence.fact.corrected", "evidence.fact", id.value));
    if (was_refused) {
        const auto corrected = TRY(fact_by_id(transaction, id));
        TRY(tell_correction(context, transaction, fact, corrected));
    }
    return id;
}

Result<FactId> take_back(Context& context, database::Transaction& transaction,
                         const RecordedFact& known)
{
    const auto fact = TRY(held_for_correcting(context, transaction, known));
    if (fact.standing == Standing::taken_back)
        return failure(Failure::conflict, "evidence.fact.taken_back_already");
    auto correction = correction_of(fact);
    correction.quantity = 0;
    const auto id = TRY(record(context, transaction, correction));
    TRY(context.record(transaction, "evidence.fact.taken_back", "evidence.fact", id.value));
    return id;
}

bool may_see_facts(const Context& context, organisation::AgencyId agency)
{
    const auto scope = organisation::scope_of(agency);
    return context.may(see_facts, scope) || context.may(review_facts, scope);
}

Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                             const attachment::FileAsked& asked)
{
    const auto fact = TRY(transaction.maybe_one(sql::fact_of_file, fact_from, asked.file));
    if (!fact) return {};
    const bool is_subject = TRY(may_see_as_subject(context, transaction, *fact));
    if (is_subject || may_see_facts(context, fact->agency)) asked.may_be_read = true;
    return {};
}

}  // namespace caicach::evidence
