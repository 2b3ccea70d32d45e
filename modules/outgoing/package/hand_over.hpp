#pragma once
#include <optional>
#include <string>
#include <vector>

#include "jobs/worker.hpp"
#include "manifest/context.hpp"
#include "outgoing/document/document.hpp"

/// Handing packages of documents over to another program: a job, which tries again until it went.
namespace caicach::outgoing
{

inline constexpr std::string_view hand_over_job_kind = "outgoing.hand_over";

enum class HandOverState { waiting, handed, failed };
struct HandOver {
    HandOverState state{};
    std::int64_t attempts{};
    std::string error{};   ///< in words, of the last attempt
    std::string sha256{};  ///< of what was handed over
    std::optional<Instant> handed_at{};
};
/// Nothing where the document was never to be handed over.
[[nodiscard]] Result<std::optional<HandOver>> hand_over_of(database::Transaction& transaction,
                                                           DocumentId document);

/// In the transaction that sent the document, or again after a failure. Does nothing where there is
/// no folder, and where it was handed over already.
[[nodiscard]] Result<void> queue_hand_over(Context& context, database::Transaction& transaction,
                                           const Document& document);
[[nodiscard]] Result<void> run_hand_over(Context& context, jobs::JobContext& job);

/// For `caicach check outgoing.files`: packages that wait for more than a day, or failed.
[[nodiscard]] Result<std::vector<std::string>> check_hand_overs(Context& context);

}  // namespace caicach::outgoing
