#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "plan/edition.hpp"
#include "plan/item_texts.hpp"

namespace caicach::plan
{

/// A document that the plan cites, and where the register tells who else does.
struct CitedLink {
    std::string text{};
    std::string path{};
};

/// What an edition in force holds: it never changes again, so it is decoded and put into words
/// once.
struct InForceContent {
    std::vector<Item> items{};       ///< without those taken out
    std::vector<ItemTexts> texts{};  ///< one an item, in the same order
    std::vector<CitedLink> references{};
    std::vector<std::string> recipients{};
    /// Those that have to do with it: named, or members of a group that is; in no order.
    std::vector<organisation::AgencyId> agencies{};
};

/// The editions that the public reads, and the agencies to filter them by. One for the process,
/// held by the route; any thread.
class InForceCache
{
public:
    // Shared: a page under way keeps what it began with while the cache lets it go.
    using Content = std::shared_ptr<const InForceContent>;
    using Agencies = std::shared_ptr<const std::vector<organisation::AgencySummary>>;

    static constexpr std::size_t editions_max = 16;
    static constexpr std::size_t items_max = 1000;  ///< longer plans are read each time
    /// As long as the page itself may be kept (http::Caching::brief).
    static constexpr std::int64_t agencies_seconds = 60;

    /// `edition` must be in force.
    [[nodiscard]] Result<Content> content(database::Transaction& transaction, EditionId edition);
    [[nodiscard]] Result<Agencies> agencies(database::Transaction& transaction, Date day,
                                            Instant now);

private:
    struct Held {
        EditionId edition{};
        Content content{};
    };
    struct HeldAgencies {
        Date day{};
        Instant read_at{};
        Agencies agencies{};
    };

    std::mutex m_mutex{};
    std::vector<Held> m_held{};  ///< the one used last stands last
    std::vector<HeldAgencies> m_agencies{};
};

}  // namespace caicach::plan
