#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "document/official_document.hpp"
#include "outgoing/document/document.hpp"

namespace caicach::outgoing
{

/// Which documents of an agency the register shows.
struct RegisterFilter {
    organisation::AgencyId agency{};
    int year{};
    std::string kind{};    ///< key; empty: all
    std::string state{};   ///< key; empty: all
    std::string search{};  ///< within the subject, diacritics aside
};

/// Rows of outgoing_document; one a transaction.
class DocumentStore
{
public:
    explicit DocumentStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "outgoing.document.not_found".
    [[nodiscard]] Result<Document> find(std::string_view code);
    [[nodiscard]] Result<Document> find(DocumentId id);
    [[nodiscard]] Result<document::OfficialDocument> content(DocumentId id);
    [[nodiscard]] Result<std::vector<Document>> of_source(std::string_view module,
                                                          std::int64_t object);
    /// The one that was last made to take its place.
    [[nodiscard]] Result<std::optional<Document>> replacing(DocumentId id);
    /// The latest first, those made before `before`.
    [[nodiscard]] Result<std::vector<Document>> register_of(const RegisterFilter& filter,
                                                            DocumentId before, int count);

    /// A draft. Fills id and code in.
    [[nodiscard]] Result<void> insert(Document& document,
                                      const document::OfficialDocument& content);
    /// What a draft is; conflict "base.changed_meanwhile" where it is another one now.
    [[nodiscard]] Result<void> renew(const Document& document,
                                     const document::OfficialDocument& content);
    /// With its number, day, signer and what it says from then on.
    [[nodiscard]] Result<void> number(const Document& document,
                                      const document::OfficialDocument& content);
    /// Nobody else changes it until the transaction ends; conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> hold(const Document& document);
    /// State and reason.
    [[nodiscard]] Result<void> move(const Document& document);
    [[nodiscard]] Result<void> remove_draft(const Document& document);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::outgoing
