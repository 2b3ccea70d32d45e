#pragma once
#include <vector>

#include "channel/media/outlet.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

struct OutletListPage {
    http::Form form{};
    web::Fault fault{};
    std::vector<Outlet> outlets{};
};
[[nodiscard]] http::Response outlet_list_page(const Context& context, const OutletListPage& page);

struct OutletPage {
    http::Form form{};
    web::Fault fault{};
    Outlet outlet{};
};
[[nodiscard]] http::Response outlet_page(const Context& context, const OutletPage& page);

}  // namespace caicach::channel
