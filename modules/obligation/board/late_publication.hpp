#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "obligation/board/board.hpp"

/// Which agencies did not perform or were late in a month: looked at, then frozen and published for
/// everyone until a day. Agencies and numbers only: nobody's name, no work.
namespace caicach::obligation
{

namespace limits
{
inline constexpr int late_publications_shown_max = 60;   ///< of one plan, corrected ones among them
inline constexpr int late_publications_public_max = 24;  ///< months on the public page
inline constexpr std::size_t late_seen_length = 64;
}  // namespace limits

struct LatePublicationTag;
using LatePublicationId = Id<LatePublicationTag>;

/// One agency in a month.
struct LateCount {
    organisation::AgencyId agency{};
    std::string code{};
    std::string name{};
    std::int64_t overdue{};
    std::int64_t late{};
};

/// A month as it is now. Who has most overdue stands first.
struct LateMonth {
    Watched watched{};  ///< its filter names the month
    std::vector<LateCount> agencies{};

    /// All its days are over: nothing of it is due any more.
    [[nodiscard]] bool is_over() const;
    /// Stands for these numbers, so that only what was looked at is published.
    [[nodiscard]] std::string seen() const;
};
/// The filter's month, else the last one that is over.
[[nodiscard]] Result<LateMonth> late_month_of(database::Transaction& transaction, Watched watched);

enum class PublicationEnd { none, replaced, withdrawn };
[[nodiscard]] std::string_view name_of(PublicationEnd end);
[[nodiscard]] PublicationEnd publication_end_from(std::string_view name);

struct LatePublication {
    LatePublicationId id{};
    std::string code{};
    std::string month{};  ///< "2026-05"
    Date as_of{};         ///< the last day that is counted
    Instant published_at{};
    organisation::AgencyId agency{};  ///< which published it
    AccountId account{};              ///< who did; none: the system
    Date shown_until{};
    std::string note{};  ///< why it stands in the place of an earlier one
    PublicationEnd end{};
    std::string end_reason{};
    std::optional<Instant> ended_at{};
    std::int64_t version{};
    std::vector<LateCount> agencies{};  ///< as named then; filled where they are shown

    [[nodiscard]] bool is_shown(Date today) const
    {
        return end == PublicationEnd::none && today <= shown_until;
    }
};

struct NewLatePublication {
    std::string seen{};
    int days{};  ///< for so long everyone sees it
    std::string note{};
};
/// For how long a list may be shown.
[[nodiscard]] std::span<const int> shown_days();

/// forbidden for who may not "obligation.publish"; conflict "obligation.late_month.not_over",
/// "….none" where no agency is late, "….changed" where it is not what was seen; invalid
/// "….note_missing" where one of the month stands already and no reason says why.
[[nodiscard]] Result<void> publish_late(Context& context, database::Transaction& transaction,
                                        const LateMonth& month, const NewLatePublication& wanted);

/// Which one, as it was seen, and why.
struct LateWithdrawal {
    std::string code{};
    std::int64_t version{};
    std::string reason{};
};
/// not_found "obligation.late_month.not_found"; conflict "….ended".
[[nodiscard]] Result<void> withdraw_late(Context& context, database::Transaction& transaction,
                                         const plan::PlanSummary& plan,
                                         const LateWithdrawal& withdrawal);

/// All of a plan, the newest first, without their agencies.
[[nodiscard]] Result<std::vector<LatePublication>> late_publications_of(
    database::Transaction& transaction, plan::PlanId plan);
/// What everyone sees today, the latest month first, with the agencies.
[[nodiscard]] Result<std::vector<LatePublication>> shown_late_publications(
    database::Transaction& transaction, plan::PlanId plan, Date today);

/// Hears plan::PlanPagesAsked.
[[nodiscard]] Result<void> add_late_page(Context& context, database::Transaction& transaction,
                                         const plan::PlanPagesAsked& asked);

}  // namespace caicach::obligation
