#pragma once
#include <optional>
#include <string>

#include "manifest/context.hpp"
#include "outgoing/document/document.hpp"
#include "outgoing/number/number.hpp"

/// What happens to a document from its number on.
namespace caicach::outgoing
{

/// How a draft gets its number.
struct Numbering {
    std::string series{};  ///< public code of a Series; empty: the first that fits its kind
    std::optional<identity::SignerId> signer{};  ///< none: whom the draft names
    /// Given on paper, with the day of the document; none: the next one, of today.
    std::optional<int> by_hand{};
    std::optional<Date> issued_on{};
};
/// With its number the draft stands as it is. Whatever it takes the place of is replaced. invalid
/// "outgoing.number.series" where no series numbers its kind, "outgoing.document.signer_missing"
/// where one person is to sign it, "outgoing.document.signer", "outgoing.number.future"; conflict
/// "outgoing.document.not_now", "outgoing.number.taken".
[[nodiscard]] Result<Document> number_document(Context& context, database::Transaction& transaction,
                                               const Document& document,
                                               const Numbering& numbering);

/// A draft that says the same and takes the document's place when it gets a number. conflict
/// "outgoing.document.replaced_already" while there is one.
[[nodiscard]] Result<Document> draft_replacement(Context& context,
                                                 database::Transaction& transaction,
                                                 const Document& document);

/// Its number is voided. invalid "outgoing.number.reason_missing".
[[nodiscard]] Result<void> withdraw_document(Context& context, database::Transaction& transaction,
                                             const Document& document, const std::string& reason);

}  // namespace caicach::outgoing
