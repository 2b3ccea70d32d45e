#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/board/publishing.hpp"
#include "obligation/board/sums.hpp"
#include "obligation/target/target_standing.hpp"
#include "obligation/work.hpp"

/// What everyone sees of how a plan is carried out: what its coordinator chose, and nothing beside.
namespace caicach::obligation
{

/// How many agencies owe an item; each that has anything due is in one of the last three.
struct PublicItem {
    Work work{};
    std::int64_t agencies{};
    std::int64_t in_time{};  ///< all that was due was done, in time
    std::int64_t late{};     ///< all was done, some too late
    std::int64_t overdue{};
};
/// Excused agencies are not counted, nor items that nobody owes.
[[nodiscard]] std::vector<PublicItem> public_items(std::span<const Work> works,
                                                   std::span<const ItemSums> sums);

/// What was due before today, of all agencies.
struct PublicArea {
    std::string area{};  ///< key of a field of reform, or empty
    Sums sums{};
};
/// In the order of the fields, of the works alone; those without anything due are left out.
[[nodiscard]] std::vector<PublicArea> public_areas(std::span<const Work> works,
                                                   std::span<const ItemSums> sums);

/// One value of a target, in words.
struct PublicTarget {
    std::string path{};
    std::string title{};
    std::string item_code{};
    std::string wanted{};
    std::string reached{};
    std::string as_of{};
    std::string source{};  ///< where the number is from; no agency is named
    std::string state{};
};
/// Of a target that several agencies are to state nothing is told while only one has: it would be
/// the number of that agency.
[[nodiscard]] std::vector<PublicTarget> public_targets(std::span<const TargetStanding> standings);

struct PublicContent {
    bool shows_items{};
    bool shows_areas{};
    bool shows_targets{};
    std::size_t withheld{};  ///< items that are left out
    std::vector<PublicItem> items{};
    std::vector<PublicArea> areas{};
    std::vector<PublicTarget> targets{};
    Date until{};  ///< the last day that is counted
};
[[nodiscard]] Result<PublicContent> public_content_of(Context& context,
                                                      database::Transaction& transaction,
                                                      const plan::PlanSummary& plan,
                                                      const PublicChoice& choice);

/// So that many readers cost one reading a minute for each plan; a changed choice is seen at once.
/// One for the process, held by the route; any thread.
class PublicContents
{
public:
    // Shared: a page under way keeps what it began with while the cache lets it go.
    using Content = std::shared_ptr<const PublicContent>;

    static constexpr std::size_t plans_max = 16;
    /// As long as the page itself may be kept (http::Caching::brief).
    static constexpr std::int64_t seconds = 60;

    [[nodiscard]] Result<Content> content(Context& context, database::Transaction& transaction,
                                          const plan::PlanSummary& plan,
                                          const PublicChoice& choice);

private:
    struct Held {
        plan::PlanId plan{};
        plan::EditionId edition{};
        std::int64_t version{};
        Date day{};
        Instant made_at{};
        Content content{};
    };

    [[nodiscard]] Content held(const Held& wanted);

    std::mutex m_mutex{};
    std::vector<Held> m_held{};  ///< the oldest stands first
};

}  // namespace caicach::obligation
