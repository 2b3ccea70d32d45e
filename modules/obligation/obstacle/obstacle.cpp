#include "obligation/obstacle/obstacle.hpp"

namespace caicach::obligation
{
namespace
{

struct Text {
    std::string_view name{};
    std::string_view label{};
};

/// In the order of their enumerators.
constexpr std::array<Text, obstacle_states.size()> state_texts{{
    {"open", "Chờ điều phối trả lời"},
    {"forwarded", "Đã chuyển, chờ trả lời"},
    {"answered", "Đã trả lời"},
    {"closed", "Đã khép lại"},
}};
constexpr std::array<Text, obstacle_kinds.size()> kind_texts{{
    {"guidance", "Quy định, hướng dẫn"},
    {"money", "Kinh phí"},
    {"people", "Nhân lực"},
    {"systems", "Phần mềm, thiết bị, đường truyền"},
    {"coordination", "Phối hợp giữa các cơ quan"},
    {"other", "Khác"},
}};

}  // namespace

std::string_view name_of(ObstacleState state)
{
    return state_texts[static_cast<std::size_t>(state)].name;
}

std::string_view label_of(ObstacleState state)
{
    return state_texts[static_cast<std::size_t>(state)].label;
}

std::optional<ObstacleState> obstacle_state_from(std::string_view name)
{
    for (const auto state : obstacle_states)
        if (name_of(state) == name) return state;
    return {};
}

std::string_view name_of(ObstacleKind kind)
{
    return kind_texts[static_cast<std::size_t>(kind)].name;
}

std::string_view label_of(ObstacleKind kind)
{
    return kind_texts[static_cast<std::size_t>(kind)].label;
}

std::optional<ObstacleKind> obstacle_kind_from(std::string_view name)
{
    for (const auto kind : obstacle_kinds)
        if (name_of(kind) == name) return kind;
    return {};
}

void Obstacle::put_to(organisation::AgencyId to, organisation::AgencyId coordinator)
{
    handler = to;
    state = to == coordinator ? ObstacleState::open : ObstacleState::forwarded;
}

Result<void> Obstacle::forward(organisation::AgencyId to, organisation::AgencyId coordinator)
{
    if (!is_waiting()) return failure(Failure::conflict, "obligation.obstacle.not_waiting");
    if (to == handler) return failure(Failure::invalid, "obligation.obstacle.same_agency", "to");
    if (to == agency) return failure(Failure::invalid, "obligation.obstacle.own_agency", "to");
    put_to(to, coordinator);
    return {};
}

Result<void> Obstacle::answer()
{
    if (!is_waiting()) return failure(Failure::conflict, "obligation.obstacle.not_waiting");
    state = ObstacleState::answered;
    return {};
}

Result<void> Obstacle::ask_again(organisation::AgencyId coordinator)
{
    if (state != ObstacleState::answered)
        return failure(Failure::conflict, "obligation.obstacle.not_answered");
    put_to(handler, coordinator);
    return {};
}

Result<void> Obstacle::close()
{
    if (state == ObstacleState::closed)
        return failure(Failure::conflict, "obligation.obstacle.closed");
    state = ObstacleState::closed;
    return {};
}

}  // namespace caicach::obligation
