#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attachment/walk.hpp"
#include "attachment/walk_findings.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

struct InfectedContent {
    std::string sha256{};
    Instant kept_at{};
    std::int64_t files{};  ///< attachments of this content
};

struct StorePage {
    std::int64_t contents{};
    std::int64_t bytes{};
    std::int64_t waiting{};  ///< taken in while the scanner was away
    std::int64_t orphans{};
    std::optional<Instant> first_orphan_at{};  ///< the one found longest ago
    Walk walk{};
    std::vector<StandingFault> faults{};
    std::vector<InfectedContent> infected{};
    std::string scanner_problem{};  ///< empty: it answers, or there is none
};
[[nodiscard]] http::Response store_page(const Context& context, const StorePage& page);

}  // namespace caicach::attachment
