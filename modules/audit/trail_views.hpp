#pragma once
#include <vector>

#include "audit/trail_line.hpp"
#include "audit/trail_query.hpp"
#include "http/response.hpp"

namespace caicach::audit
{

struct TrailView {
    TrailQuery query{};
    std::vector<TrailLine> lines{};
    std::int64_t next_before{};
    bool is_cut{};
    std::string about{};  ///< "kế hoạch: Kế hoạch …" where all about one thing is asked
};
[[nodiscard]] http::Response trail_page(const Context& context, const TrailView& view);

}  // namespace caicach::audit
