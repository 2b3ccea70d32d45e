#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/official_document.hpp"
#include "outgoing/document/document.hpp"

namespace caicach
{
class Context;
namespace database
{
class Transaction;
}
}  // namespace caicach

/// The door of the module: documents that leave an agency, with the number that they bear.
namespace caicach::outgoing
{

/// What another module hands over. Head, number and day, and the lines of the signature are this
/// module's; annexes without a note get one that names number and day.
struct NewDocument {
    organisation::AgencyId agency{};
    std::string kind{};  ///< key of a DocumentKind: "bao_cao"
    document::OfficialDocument content{};
    std::optional<identity::SignerId> signer{};  ///< who is to sign; may be chosen later
    std::string source_module{};                 ///< "obligation"; empty: written by hand
    std::int64_t source_object{};
};
/// A draft, which people number, print and send at its page. Needs "outgoing.write" for the agency.
/// invalid "outgoing.kind.unknown", "outgoing.document.secret" for a subject that bears a mark of
/// secrecy; too_large "outgoing.document.too_long".
[[nodiscard]] Result<Document> draft_document(Context& context, database::Transaction& transaction,
                                              const NewDocument& wanted);
/// The same document with other words, while it is a draft: conflict "outgoing.document.not_now".
[[nodiscard]] Result<Document> renew_content(Context& context, database::Transaction& transaction,
                                             const Document& document, const NewDocument& wanted);
/// Those that were made of that thing, the latest first.
[[nodiscard]] Result<std::vector<Document>> documents_of(database::Transaction& transaction,
                                                         std::string_view source_module,
                                                         std::int64_t source_object);

/// Whether the actor may write documents of the agency.
[[nodiscard]] bool may_write(const Context& context, organisation::AgencyId agency);

/// Its page.
[[nodiscard]] std::string path_of(const Document& document);

}  // namespace caicach::outgoing
