#pragma once
#include <cstdint>
#include <optional>

#include "channel/newsletter/issue.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"
#include "notification/api.hpp"

/// An issue goes to those who want it by letter: lot by lot into the outbox, which sends each
/// letter once.
namespace caicach::channel
{

struct Sending {
    IssueId issue{};
    SubscriberId cursor{};  ///< whom the last lot ended with
    std::int64_t posted{};  ///< letters in the outbox so far
    Instant begun_at{};
    std::optional<Instant> done_at{};  ///< everybody's letter is in the outbox
};

/// In the transaction in which the issue goes out. Nothing where no letters leave the house.
[[nodiscard]] Result<void> begin_sending(Context& context, database::Transaction& transaction,
                                         const Issue& issue);
/// Nothing where it never began.
[[nodiscard]] Result<std::optional<Sending>> sending_of(database::Transaction& transaction,
                                                        IssueId issue);

/// The job that posts the lots, and what becomes of addresses that nobody has.
void add_sending(Module& module);

}  // namespace caicach::channel
