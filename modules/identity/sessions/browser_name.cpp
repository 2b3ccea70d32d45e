#include "identity/sessions/browser_name.hpp"

#include <array>
#include <span>

namespace caicach::identity
{

namespace
{

struct Mark {
    std::string_view text{};
    std::string_view name{};
};

/// The first that is found: Edge and Cốc Cốc also call themselves Chrome, Chrome also Safari.
constexpr std::array browsers{
    Mark{"Edg", "Edge"},         Mark{"coc_coc", "Cốc Cốc"}, Mark{"OPR/", "Opera"},
    Mark{"Firefox/", "Firefox"}, Mark{"Chrome/", "Chrome"},  Mark{"Safari/", "Safari"},
};
constexpr std::array systems{
    Mark{"Windows", "Windows"}, Mark{"Android", "Android"}, Mark{"iPhone", "iPhone"},
    Mark{"iPad", "iPad"},       Mark{"Macintosh", "macOS"}, Mark{"Linux", "Linux"},
};

std::string_view found_in(std::string_view text, std::span<const Mark> marks)
{
    for (const auto& mark : marks)
        if (text.find(mark.text) != std::string_view::npos) return mark.name;
    return {};
}

}  // namespace

std::string browser_name(std::string_view user_agent)
{
    const auto browser = found_in(user_agent, browsers);
    const auto system = found_in(user_agent, systems);
    if (browser.empty()) return "Trình duyệt khác";
    if (system.empty()) return std::string(browser);
    return std::string(browser) + " trên " + std::string(system);
}

}  // namespace caicach::identity
