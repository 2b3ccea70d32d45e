#include "plan/edition.hpp"

#include <doctest/doctest.h>

namespace caicach::plan
{

TEST_CASE("the last year of a plan is its own, or the end of the years its title names")
{
    const auto of = [](int year, std::string title) {
        return last_year({.year = year, .title = std::move(title)});
    };
    CHECK(of(2020, "Kế hoạch tuyên truyền năm 2020") == 2020);
    CHECK(of(2021, "Kế hoạch tuyên truyền giai đoạn 2021-2025") == 2025);
    CHECK(of(2021, "Kế hoạch tuyên truyền giai đoạn 2021 – 2025") == 2025);
    CHECK(of(2021, "Kế hoạch cải cách hành chính đến năm 2030") == 2030);
    CHECK(of(2022, "Kế hoạch năm 2022 thực hiện Chương trình giai đoạn 2021-2030") == 2022);
    CHECK(of(2022, "Kế hoạch tổng kết giai đoạn 2011-2020") == 2022);
    CHECK(of(2026, "") == 2026);
}

TEST_CASE("a public address keeps the year at its end, however long the title")
{
    const auto of = [](int year, std::string title) {
        return public_slug({.year = year, .title = std::move(title)});
    };
    CHECK(of(2026, "Kế hoạch tuyên truyền năm 2026") == "tuyen-truyen-nam-2026");
    CHECK(of(2026, "Tuyên truyền cải cách") == "tuyen-truyen-cai-cach-nam-2026");
    CHECK(of(2026, "Kế hoạch") == "ke-hoach-nam-2026");
    CHECK(of(2026, "") == "nam-2026");
    const auto slug =
        of(2020,
           "Kế hoạch Tuyên truyền công tác cải cách hành chính nhà nước trên các phương "
           "tiện thông tin đại chúng của tỉnh Sông Lam năm 2020");
    CHECK(slug.size() <= 80);
    CHECK(slug.starts_with("tuyen-truyen-cong-tac-cai-cach-hanh-chinh"));
    CHECK(slug.ends_with("-nam-2020"));
}

}  // namespace caicach::plan
