#include "outgoing/document/numbering.hpp"

#include <algorithm>
#include <utility>

#include "manifest/change_detail.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/document/drafting.hpp"
#include "outgoing/list/delivery.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::string_view object_type = "outgoing.document";

Result<Series> series_in(database::Transaction& transaction, const Document& document,
                         std::string_view code, Date day)
{
    const auto all = TRY(series_of(transaction, document.agency));
    auto fitting = series_for(all, document.kind, day);
    const auto found = std::ranges::find_if(
        fitting, [&](const Series& one) { return code.empty() || one.code == code; });
    if (found == fitting.end())
        return failure(Failure::invalid, "outgoing.number.series", "series");
    return std::move(*found);
}

/// The next number, or that of the paper.
Result<int> number_for(Context& context, database::Transaction& transaction, const Series& series,
                       const NumberEntry& entry, const std::optional<int>& by_hand)
{
    const auto place = place_of(series, entry.issued_on.year());
    if (!by_hand) return take_number(context, transaction, place, entry);
    TRY(enter_number(context, transaction, place, *by_hand, entry));
    return *by_hand;
}

Result<void> replace_before(Context& context, database::Transaction& transaction,
                            const Document& document)
{
    if (!document.replaces) return {};
    auto before = TRY(DocumentStore{transaction}.find(document.replaces));
    before.state = DocumentState::replaced;
    TRY(DocumentStore{transaction}.move(before));
    return context.record(transaction, "outgoing.document.replaced", object_type, before.id.value,
                          beginning_detail(json::Value::object().set("by", number_of(document))));
}

}  // namespace

Result<Document> number_document(Context& context, database::Transaction& transaction,
                                 const Document& document, const Numbering& numbering)
{
    TRY(require_act(document, Act::number));
    const auto today = context.today();
    const auto day = numbering.by_hand ? numbering.issued_on.value_or(today) : today;
    if (day > today) return failure(Failure::invalid, "outgoing.number.future", "issued_on");
    DocumentStore store{transaction};
    TRY(store.hold(document));
    const auto series = TRY(series_in(transaction, document, numbering.series, day));
    const auto kind = TRY(document_kind(document.kind, day));
    auto numbered = document;
    if (numbering.signer) numbered.signer = numbering.signer;
    // From its number on nothing is added: it would leave without its signature block.
    if (kind.needs_signer && !numbered.signer)
        return failure(Failure::invalid, "outgoing.document.signer_missing", "signer");
    auto content = TRY(store.content(document.id));
    TRY(set_head(context, transaction, numbered, day, content));
    if (!series.board.empty()) {
        // A board issues it, within the agency whose seal it uses.
        content.parent = std::exchange(content.issuer, series.board);
    }
    numbered.symbol = symbol_of(series, kind);
    numbered.series = series.key;
    numbered.issued_on = day;
    numbered.year = day.year();
    numbered.state = DocumentState::numbered;
    numbered.number = TRY(number_for(context, transaction, series,
                                     {.document = document.id,
                                      .symbol = numbered.symbol,
                                      .issued_on = day,
                                      .about = document.subject},
                                     numbering.by_hand));
    TRY(store.number(numbered, content));
    TRY(replace_before(context, transaction, numbered));
    TRY(context.record(transaction, "outgoing.document.numbered", object_type, document.id.value,
                       beginning_detail(json::Value::object().set("number", number_of(numbered)))));
    ++numbered.version;
    return numbered;
}

Result<Document> draft_replacement(Context& context, database::Transaction& transaction,
                                   const Document& document)
{
    TRY(require_act(document, Act::replace));
    DocumentStore store{transaction};
    TRY(store.hold(document));
    const auto before = TRY(store.replacing(document.id));
    if (before && before->state != DocumentState::withdrawn)
        return failure(Failure::conflict, "outgoing.document.replaced_already", {},
                       {number_of(*before)});
    auto content = TRY(store.content(document.id));
    Document draft{.agency = document.agency,
                   .kind = document.kind,
                   .subject = document.subject,
                   .signer = document.signer,
                   .year = context.today().year(),
                   .source_module = document.source_module,
                   .source_object = document.source_object,
                   .replaces = document.id,
                   .made_at = context.now()};
    TRY(store.insert(draft, content));
    TRY(context.record(
        transaction, "outgoing.document.drafted", object_type, draft.id.value,
        beginning_detail(json::Value::object().set("replaces", number_of(document)))));
    return draft;
}

Result<void> withdraw_document(Context& context, database::Transaction& transaction,
                               const Document& document, const std::string& reason)
{
    TRY(require_act(document, Act::withdraw));
    auto withdrawn = document;
    withdrawn.state = DocumentState::withdrawn;
    withdrawn.reason = reason;
    TRY(DocumentStore{transaction}.move(withdrawn));
    TRY(void_number(context, transaction, {document.agency, document.series, document.year},
                    document.number.value_or(0), reason));
    if (document.state == DocumentState::sent) TRY(tell_withdrawal(context, transaction, document));
    return context.record(transaction, "outgoing.document.withdrawn", object_type,
                          document.id.value,
                          beginning_detail(json::Value::object().set("reason", reason)));
}

}  // namespace caicach::outgoing
