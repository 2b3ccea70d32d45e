#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/figure.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::evidence
{

/// One figure of this year, of all agencies that the person may see.
struct FigureLine {
    Figure figure{};
    std::int64_t amount{};
};
struct FiguresPage {
    int year{};
    std::vector<FigureLine> lines{};
};
[[nodiscard]] http::Response figures_page(const Context& context, const FiguresPage& page);

/// What one agency brings to a figure, with the address where that opens.
struct AgencyLine {
    std::string agency{};
    std::int64_t amount{};
    std::string path{};
};
/// Where what an agency answers for now came from.
struct OriginLine {
    std::string agency{};
    std::int64_t amount{};
    int share{};
    std::string path{};
};
struct FigurePage {
    Figure figure{};
    std::string from{};  ///< as typed, or as days
    std::string to{};
    Rollup rollup{Rollup::as_then};
    std::vector<AgencyLine> lines{};
    std::int64_t sum{};
    std::string sum_text{"Cộng"};
    std::string opened{};  ///< name of the agency whose origins are shown; empty: none
    std::vector<OriginLine> origins{};
    std::string as_then_path{};
    std::string as_now_path{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response figure_page(const Context& context, const FigurePage& page);

}  // namespace caicach::evidence
