#pragma once
#include <optional>
#include <string_view>

#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "obligation/inbox.hpp"
#include "obligation/reminder/reminder.hpp"
#include "obligation/result.hpp"

/// Answers from the link of a letter, without a password: about one obligation, once, for a few
/// days. Whoever holds the letter is taken for whom it was sent to, and may do no more than that.
namespace caicach::obligation
{

/// What a link opens.
struct OpenLink {
    Reminder reminder{};
    Task task{};
    identity::Account account{};
    Actor actor{};  ///< of the account, for the audit
};

/// not_found "obligation.answer.link_unknown" for what we did not make, and for a link that has
/// run out or whose person is locked.
[[nodiscard]] Result<OpenLink> open_link(Context& context, database::Transaction& transaction,
                                         std::string_view secret);

/// "Đang làm": how far it is, and when it is expected. conflict "obligation.answer.given",
/// "obligation.closed"; forbidden "obligation.answer.not_reporter" for who is
/// no officer or head of the agency (any more).
[[nodiscard]] Result<void> answer_doing(Context& context, database::Transaction& transaction,
                                        const OpenLink& link, const GivenAnswer& given);
/// "Đã làm xong": a result with its proof, recorded as if the person had signed in.
[[nodiscard]] Result<void> answer_done(Context& context, database::Transaction& transaction,
                                       const OpenLink& link, const Report& result,
                                       const std::optional<attachment::KeptFile>& proof = {});

/// The person of the link, as if signed in.
[[nodiscard]] Context context_of(const Context& context, const OpenLink& link);
/// Asked of the rows, not of the authority: that one is brought up to date with sessions alone, and
/// here is none. forbidden "obligation.answer.not_reporter".
[[nodiscard]] Result<void> require_reporter(database::Transaction& transaction,
                                            const OpenLink& link, Date today);

}  // namespace caicach::obligation
