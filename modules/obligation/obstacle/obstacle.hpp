#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "obligation/obligation.hpp"

/// What stands in the way of something owed (khó khăn, vướng mắc): an agency raises it, whoever can
/// help answers, and the agency says whether that is enough.
namespace caicach::obligation
{

struct ObstacleTag;
using ObstacleId = Id<ObstacleTag>;

/// open: waits for the agency that coordinates the plan; forwarded: for another one.
enum class ObstacleState { open, forwarded, answered, closed };
inline constexpr std::array obstacle_states{ObstacleState::open, ObstacleState::forwarded,
                                            ObstacleState::answered, ObstacleState::closed};
[[nodiscard]] std::string_view name_of(ObstacleState state);
[[nodiscard]] std::string_view label_of(ObstacleState state);
[[nodiscard]] std::optional<ObstacleState> obstacle_state_from(std::string_view name);

enum class ObstacleKind { guidance, money, people, systems, coordination, other };
inline constexpr std::array obstacle_kinds{ObstacleKind::guidance,     ObstacleKind::money,
                                           ObstacleKind::people,       ObstacleKind::systems,
                                           ObstacleKind::coordination, ObstacleKind::other};
[[nodiscard]] std::string_view name_of(ObstacleKind kind);
[[nodiscard]] std::string_view label_of(ObstacleKind kind);
[[nodiscard]] std::optional<ObstacleKind> obstacle_kind_from(std::string_view name);

struct Obstacle {
    ObstacleId id{};
    std::string code{};  ///< stands in addresses
    ObligationId obligation{};
    plan::PlanId plan{};
    plan::ItemId lineage{};
    organisation::AgencyId agency{};   ///< whose obstacle it is
    organisation::AgencyId handler{};  ///< who is to answer, or did
    ObstacleKind kind{ObstacleKind::other};
    std::string problem{};
    std::string wish{};  ///< what the agency asks for
    ObstacleState state{ObstacleState::open};
    Instant raised_at{};
    std::int64_t version{};

    [[nodiscard]] bool is_waiting() const
    {
        return state == ObstacleState::open || state == ObstacleState::forwarded;
    }

    /// To whom it is put, at first and whenever it moves: the plan's `coordinator`, or another.
    void put_to(organisation::AgencyId to, organisation::AgencyId coordinator);
    /// conflict "obligation.obstacle.not_waiting"; invalid "….same_agency" (to) where it is there
    /// already, "….own_agency" (to): nobody answers their own question.
    [[nodiscard]] Result<void> forward(organisation::AgencyId to,
                                       organisation::AgencyId coordinator);
    /// conflict "obligation.obstacle.not_waiting".
    [[nodiscard]] Result<void> answer();
    /// The answer does not help: it waits for the same agency again. conflict
    /// "obligation.obstacle.not_answered".
    [[nodiscard]] Result<void> ask_again(organisation::AgencyId coordinator);
    /// conflict "obligation.obstacle.closed".
    [[nodiscard]] Result<void> close();
};

}  // namespace caicach::obligation
