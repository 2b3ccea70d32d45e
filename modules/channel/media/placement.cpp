#include "channel/media/placement.hpp"

#include "channel/media/limits.hpp"
#include "channel/media/placement_link.hpp"
#include "text/text.hpp"

namespace caicach::channel
{

std::string_view key_of(PlacementState state)
{
    switch (state) {
        case PlacementState::waiting:
            return "waiting";
        case PlacementState::counted:
            return "counted";
        case PlacementState::taken_back:
            return "taken_back";
    }
    return {};
}

std::string_view text_of(PlacementState state)
{
    switch (state) {
        case PlacementState::waiting:
            return "Chờ xác nhận";
        case PlacementState::counted:
            return "Đã tính";
        case PlacementState::taken_back:
            return "Đã rút";
    }
    return {};
}

std::optional<PlacementState> placement_state_from(std::string_view key)
{
    for (const auto state :
         {PlacementState::waiting, PlacementState::counted, PlacementState::taken_back})
        if (key == key_of(state)) return state;
    return {};
}

std::string Placement::same_key() const
{
    if (!link.empty()) return link_key(link);
    return std::to_string(outlet.value) + "|" + kind + "|" + happened_on.iso() + "|" +
           text::fold(title);
}

std::string Placement::fact_title() const
{
    auto where = " (" + outlet_name;
    if (minutes > 0) where += ", " + std::to_string(minutes) + " phút";
    return text::shorten(title + where + ")", media_limits::fact_title_length_max);
}

}  // namespace caicach::channel
