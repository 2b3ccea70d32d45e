#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "outgoing/document/document.hpp"
#include "outgoing/list/recipient.hpp"

/// A document goes to its recipients: those who work with the program are told, the others get it
/// on paper.
namespace caicach::outgoing
{

struct Delivery {
    std::string text{};    ///< as on paper: "Các sở, ban, ngành"
    std::string marker{};  ///< "b/c"
    /// Who reads it here; none: it goes another way.
    std::optional<organisation::AgencyId> agency{};
};

/// Whom one line means on a day, but not the sender; an open group is told by itself, too.
[[nodiscard]] Result<std::vector<Delivery>> deliveries_to(database::Transaction& transaction,
                                                          const Recipient& recipient,
                                                          organisation::AgencyId sender, Date day);
/// To whom it would go today. A group is each of its members.
[[nodiscard]] Result<std::vector<Delivery>> deliveries_planned(const Context& context,
                                                               database::Transaction& transaction,
                                                               const Document& document);
/// To whom it went, in the order of the paper.
[[nodiscard]] Result<std::vector<Delivery>> deliveries_of(database::Transaction& transaction,
                                                          DocumentId document);

/// Marks it as sent and tells the heads of those who read it here, or their officers. conflict
/// "outgoing.document.not_now"; invalid "outgoing.delivery.nobody".
[[nodiscard]] Result<Document> send_document(Context& context, database::Transaction& transaction,
                                             const Document& document);
/// Tells those whom it reached that it holds no more.
[[nodiscard]] Result<void> tell_withdrawal(Context& context, database::Transaction& transaction,
                                           const Document& document);

/// Whether the actor may read it: of the agency, or of one that it was sent to.
[[nodiscard]] Result<void> require_reading(const Context& context,
                                           database::Transaction& transaction,
                                           const Document& document);

}  // namespace caicach::outgoing
