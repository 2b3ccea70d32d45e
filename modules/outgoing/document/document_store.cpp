#include "outgoing/document/document_store.hpp"

#include <utility>

#include "crypto/public_code.hpp"
#include "json/canonical.hpp"
#include "outgoing/document/document_content.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/sql.hpp"
#include "text/text.hpp"

namespace caicach::outgoing
{
namespace
{

Document document_from(const database::Row& row)
{
    Document document{.id = row.id<DocumentId>("id"),
                      .code = row.string("code"),
                      .agency = row.id<organisation::AgencyId>("agency_id"),
                      .kind = row.string("kind"),
                      .subject = row.string("subject"),
                      .signer = row.maybe_id<identity::SignerId>("signer_id"),
                      .year = static_cast<int>(row.integer("year")),
                      .series = row.maybe_text("series").value_or(""),
                      .symbol = row.maybe_text("symbol").value_or(""),
                      .issued_on = row.maybe_date("issued_on"),
                      .source_module = row.string("source_module"),
                      .source_object = row.integer("source_object"),
                      .replaces = row.maybe_id<DocumentId>("replaces_id").value_or(DocumentId{}),
                      .reason = row.string("reason"),
                      .made_at = row.instant("made_at"),
                      .version = row.integer("version")};
    if (const auto number = row.maybe_integer("number"))
        document.number = static_cast<int>(*number);
    const auto state = document_state_from(row.text("state"));
    VERIFY(state.has_value());
    document.state = *state;
    return document;
}

Result<Document> found_in(std::optional<Document> found)
{
    if (!found) return failure(Failure::not_found, "outgoing.document.not_found");
    return std::move(*found);
}

}  // namespace

Result<Document> DocumentStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found =
        TRY(m_transaction.maybe_one(sql::document_by_code, document_from, asked.value_or("")));
    return found_in(std::move(found));
}

Result<Document> DocumentStore::find(DocumentId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::document_by_id, document_from, id));
    return found_in(std::move(found));
}

Result<document::OfficialDocument> DocumentStore::content(DocumentId id)
{
    const auto text = TRY(m_transaction.one(
        sql::content_of_document, [](const database::Row& row) { return row.string("content"); },
        id));
    const auto value = TRY(json::parse(text));
    return content_from(value);
}

Result<std::vector<Document>> DocumentStore::of_source(std::string_view module, std::int64_t object)
{
    return m_transaction.all(sql::documents_of_source, document_from, module, object,
                             limits::source_documents_max);
}

Result<std::optional<Document>> DocumentStore::replacing(DocumentId id)
{
    return m_transaction.maybe_one(sql::document_replacing, document_from, id);
}

Result<std::vector<Document>> DocumentStore::register_of(const RegisterFilter& filter,
                                                         DocumentId before, int count)
{
    const auto search =
        filter.search.empty() ? std::string{} : "%" + text::fold(filter.search) + "%";
    return m_transaction.all(sql::documents_of_agency, document_from, filter.agency, filter.year,
                             before, filter.kind, filter.state, search, count);
}

Result<void> DocumentStore::insert(Document& document, const document::OfficialDocument& content)
{
    document.id = make_id<DocumentId>();
    document.code = crypto::make_public_code();
    document.version = 1;
    const auto said = TRY(json::canonical(to_json(content)));
    const auto replaced =
        document.replaces ? std::optional<DocumentId>{document.replaces} : std::nullopt;
    return m_transaction.change_one(sql::insert_document, document.id, document.code,
                                    document.agency, document.kind, document.subject, said,
                                    document.signer, document.year, document.source_module,
                                    document.source_object, replaced, document.made_at);
}

Result<void> DocumentStore::renew(const Document& document,
                                  const document::OfficialDocument& content)
{
    const auto said = TRY(json::canonical(to_json(content)));
    return m_transaction.change_one(sql::renew_document, document.id, document.version,
                                    document.kind, document.subject, said, document.signer,
                                    document.source_object);
}

Result<void> DocumentStore::number(const Document& document,
                                   const document::OfficialDocument& content)
{
    const auto said = TRY(json::canonical(to_json(content)));
    return m_transaction.change_one(sql::number_document, document.id, document.version, said,
                                    document.signer, document.series, document.year,
                                    document.number, document.symbol, document.issued_on);
}

Result<void> DocumentStore::hold(const Document& document)
{
    return m_transaction.change_one(sql::hold_document, document.id, document.version);
}

Result<void> DocumentStore::move(const Document& document)
{
    return m_transaction.change_one(sql::move_document, document.id, document.version,
                                    key_of(document.state), document.reason);
}

Result<void> DocumentStore::remove_draft(const Document& document)
{
    return m_transaction.change_one(sql::delete_draft, document.id, document.version);
}

}  // namespace caicach::outgoing
