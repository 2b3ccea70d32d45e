#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/importer/importer.hpp"

/// What the importer's tests share: a plan of a province that does not exist, read from its body.
namespace caicach::plan::testing
{

/// "Sở Nội vụ | Sở Y tế"
inline std::string names(const std::vector<AgencyName>& agencies)
{
    std::string out;
    for (const auto& agency : agencies) out += (out.empty() ? "" : " | ") + agency.name;
    return out;
}

/// A whole document; ends the test where it is refused.
inline ImportedPlan read_text(std::string_view text)
{
    auto plan = import_plan(document::from_plain_text(text));
    REQUIRE(plan);
    return std::move(*plan);
}

/// `body` below the head of a plan of 2026.
inline ImportedPlan read(std::string_view body)
{
    constexpr std::string_view head =
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN LAM\nSố: 7/KH-UBND\nBến Lam, ngày 05 tháng 01 năm 2026\n\n"
        "KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2026\n\n";
    return read_text(std::string{head} + std::string{body});
}

}  // namespace caicach::plan::testing
