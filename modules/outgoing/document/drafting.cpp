#include "outgoing/document/drafting.hpp"

#include <algorithm>
#include <utility>

#include "attachment/api.hpp"
#include "json/canonical.hpp"
#include "manifest/change_detail.hpp"
#include "outgoing/document/document_content.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/list/delivery.hpp"
#include "outgoing/list/recipient.hpp"
#include "outgoing/number/document_kind.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::string_view object_type = "outgoing.document";

/// What the module says of a document by itself: its kind's name, and nothing that comes later.
Result<document::OfficialDocument> content_in(const Context& context, const NewDocument& wanted)
{
    const auto kind = TRY(document_kind(wanted.kind, context.today()));
    auto content = wanted.content;
    content.kind = kind.key == letter_kind ? std::string{} : kind.name;
    content.number.clear();
    content.date.reset();
    content.recipients = with_copy_last(std::move(content.recipients));
    if (content.subject.empty())
        return failure(Failure::invalid, "outgoing.document.subject_missing", "subject");
    if (attachment::names_secret(content.subject, context.today()))
        return failure(Failure::invalid, "outgoing.document.secret", "subject");
    const auto said = TRY(json::canonical(to_json(content)));
    if (said.size() > limits::content_bytes_max)
        return failure(Failure::too_large, "outgoing.document.too_long", "body",
                       {std::to_string(limits::content_bytes_max >> 20U)});
    return content;
}

json::Value said_of(const Document& document)
{
    json::Value said;
    said.set("kind", document.kind).set("subject", document.subject);
    return said;
}

}  // namespace

Result<Document> draft_document(Context& context, database::Transaction& transaction,
                                const NewDocument& wanted)
{
    TRY(context.require(write_documents, organisation::scope_of(wanted.agency)));
    auto content = TRY(content_in(context, wanted));
    Document document{.agency = wanted.agency,
                      .kind = wanted.kind,
                      .subject = content.subject,
                      .signer = wanted.signer,
                      .year = context.today().year(),
                      .source_module = wanted.source_module,
                      .source_object = wanted.source_object,
                      .made_at = context.now()};
    TRY(set_head(context, transaction, document, context.today(), content));
    TRY(DocumentStore{transaction}.insert(document, content));
    TRY(context.record(transaction, "outgoing.document.drafted", object_type, document.id.value,
                       beginning_detail(said_of(document))));
    return document;
}

Result<Document> renew_content(Context& context, database::Transaction& transaction,
                               const Document& document, const NewDocument& wanted)
{
    TRY(context.require(write_documents, organisation::scope_of(document.agency)));
    TRY(require_act(document, Act::edit));
    auto content = TRY(content_in(context, wanted));
    auto renewed = document;
    renewed.kind = wanted.kind;
    renewed.subject = content.subject;
    renewed.signer = wanted.signer;
    if (!wanted.source_module.empty()) renewed.source_object = wanted.source_object;
    TRY(set_head(context, transaction, renewed, context.today(), content));
    TRY(DocumentStore{transaction}.renew(renewed, content));
    TRY(context.record(transaction, "outgoing.document.changed", object_type, document.id.value,
                       change_detail(said_of(document), said_of(renewed))));
    ++renewed.version;
    return renewed;
}

Result<void> discard_draft(Context& context, database::Transaction& transaction,
                           const Document& document)
{
    TRY(require_act(document, Act::discard));
    TRY(DocumentStore{transaction}.remove_draft(document));
    return context.record(transaction, "outgoing.document.discarded", object_type,
                          document.id.value, ending_detail(said_of(document)));
}

Result<void> set_head(const Context& context, database::Transaction& transaction,
                      const Document& document, Date day, document::OfficialDocument& content)
{
    auto head = TRY(organisation::letterhead_of(context, transaction, document.agency, day));
    content.parent = std::move(head.parent);
    content.issuer = std::move(head.issuer);
    content.place = std::move(head.place);
    content.signature = {};
    if (!document.signer) return {};
    auto possible = TRY(identity::signatures_on(transaction, document.agency, day));
    const auto found =
        std::ranges::find(possible, *document.signer, &identity::PossibleSignature::signer);
    if (found == possible.end())
        return failure(Failure::invalid, "outgoing.document.signer", "signer", {day.vietnamese()});
    content.signature = {.lines = found->block.lines, .name = found->block.name};
    return {};
}

Result<std::vector<Document>> documents_of(database::Transaction& transaction,
                                           std::string_view source_module,
                                           std::int64_t source_object)
{
    return DocumentStore{transaction}.of_source(source_module, source_object);
}

Result<std::string> kind_of_mark(std::string_view mark, Date day)
{
    const auto kinds = TRY(document_kinds_on(day));
    const auto found = std::ranges::find(kinds, mark, &DocumentKind::mark);
    if (found == kinds.end()) return failure(Failure::invalid, "outgoing.kind.unknown", "kind");
    return found->key;
}

Result<bool> may_read(const Context& context, database::Transaction& transaction,
                      const Document& document)
{
    const auto reading = require_reading(context, transaction, document);
    if (reading) return true;
    if (reading.error().kind == Failure::forbidden) return false;
    return tl::unexpected<Error>(reading.error());
}

bool may_write(const Context& context, organisation::AgencyId agency)
{
    return context.may(write_documents, organisation::scope_of(agency));
}

Result<void> require_writing(const Context& context, organisation::AgencyId agency)
{
    return context.require(write_documents, organisation::scope_of(agency));
}

std::string path_of(const Document& document) { return document_path(document.code); }

}  // namespace caicach::outgoing
