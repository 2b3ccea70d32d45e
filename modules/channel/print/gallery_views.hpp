#pragma once
#include <string>
#include <vector>

#include "channel/print/design.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

struct GalleryPage {
    std::vector<Design> designs{};
    std::vector<std::string> agency_names{};  ///< beside them
    std::string next_path{};
};
[[nodiscard]] http::Response gallery_page(const Context& context, const GalleryPage& page);

struct GraphicPage {
    Design design{};
    std::string agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that may say what they handed out
    http::Form form{};
    web::Fault fault{};
    std::string key{};  ///< of the form
};
[[nodiscard]] http::Response graphic_page(const Context& context, const GraphicPage& page);

}  // namespace caicach::channel
