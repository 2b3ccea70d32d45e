#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "obligation/test/shown.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

/// The pages of a target, looked at in process.
namespace caicach::obligation
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

/// SYT is to reach a share of a plan that SNV coordinates, and something without a number; VPUB
/// oversees the first. The day is 15 March 2026.
struct Office {
    App app{};
    testing::TargetInForce target{};
    std::string measure{};

    Office()
    {
        auto context = app.system_context();
        auto other = plan::testing::activity_of(context, "Hoàn thành lộ trình giá", "SYT");
        other.path = "I.2";
        other.type = plan::ItemType::target;
        other.area = "thu_tuc";
        target = testing::target_of(context, "SYT", "SNV", {std::move(other)});
    }

    [[nodiscard]] std::string page() const
    {
        return "/chi-tieu/" + target.plan_code + "/" + target.code;
    }
    [[nodiscard]] std::string list() const { return "/theo-doi/" + target.plan_code + "/chi-tieu"; }
};

inline std::string_view text_of(const http::Response& response)
{
    return std::get<std::string>(response.body);
}

/// What stands between two pieces of a page.
inline std::string between(const http::Response& response, std::string_view before,
                           std::string_view after)
{
    const auto text = text_of(response);
    const auto at = text.find(before);
    REQUIRE(at != std::string_view::npos);
    const auto begin = at + before.size();
    return std::string{text.substr(begin, text.find(after, begin) - begin)};
}

/// The key of the first measure, as links say it.
inline std::string measure_of(Office& office)
{
    auto officer = office.app.as(Role::agency_officer, "SYT");
    return between(officer.get(office.page()), "so-lieu?muc=", "&");
}

inline Fields good(const std::string& measure)
{
    return {{"muc", measure},         {"co-quan", "SYT"},      {"numerator", "850"},
            {"denominator", "1.000"}, {"as_of", "28/02/2026"}, {"source", "Cổng dịch vụ công"}};
}

inline Fields with(Fields fields, std::string_view name, std::string_view value)
{
    for (auto& [known, stands] : fields)
        if (known == name) stands = value;
    return fields;
}

}  // namespace caicach::obligation
