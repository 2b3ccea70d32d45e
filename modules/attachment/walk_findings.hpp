#pragma once
#include <string>
#include <vector>

#include "attachment/examination.hpp"
#include "database/transaction.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

/// What one step of the walk found, and which part of the store it looked at.
struct WalkFindings {
    struct Found {
        std::string sha256{};
        Fault fault{};
    };
    std::vector<Found> faults{};
    /// Contents behind `from` up to `to` were looked at.
    std::string from{};
    std::string to{};
    /// The shelves that were looked through for orphans; empty: none.
    std::string first_whole_shelf{};
    std::string last_whole_shelf{};
    bool ends_round{};
};

/// Notes new faults, strikes those that were mended, and removes orphans known for long enough.
[[nodiscard]] Result<void> save_findings(Context& context, database::Transaction& transaction,
                                         const WalkFindings& findings);

/// A fault that stands, with what a page shows of it.
struct StandingFault {
    std::string sha256{};
    Fault fault{};
    Instant found_at{};
    std::int64_t files{};  ///< attachments of this content
};
/// Missing and changed contents, the latest found first.
[[nodiscard]] Result<std::vector<StandingFault>> standing_faults(database::Transaction& transaction,
                                                                 int limit);

}  // namespace caicach::attachment
