#pragma once
#include <optional>

#include "channel/newsletter/issue.hpp"
#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// An issue is approved and goes out.
namespace caicach::channel
{

inline constexpr evidence::FactKind sent_fact{"channel.newsletter_sent", "Bản tin đã phát hành",
                                              "bản tin", "bulletin"};

/// At once, or at its hour; nobody approves what he wrote himself. invalid "channel.issue.hour" of
/// the field "release_on" for an hour that has gone by or lies too far ahead; conflict
/// "channel.issue.empty".
[[nodiscard]] Result<void> approve_issue(Context& context, database::Transaction& transaction,
                                         Issue issue, std::optional<Instant> release_at);

/// The job that sends out at their hour those that were approved.
void add_releasing(Module& module);

}  // namespace caicach::channel
