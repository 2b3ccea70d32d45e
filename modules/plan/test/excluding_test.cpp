#include "plan/excluding.hpp"

#include <doctest/doctest.h>

namespace caicach::plan
{

TEST_CASE("what a target leaves out is read from its words")
{
    CHECK(excluding_in("100% văn bản gửi qua mạng (trừ văn bản mật).") == "văn bản mật");
    CHECK(excluding_in("90% hồ sơ đúng hạn, không tính hồ sơ đất đai; tăng dần") ==
          "hồ sơ đất đai");
    CHECK(excluding_in("Mọi sở (không bao gồm đơn vị ngành dọc) có hộp thư") == "đơn vị ngành dọc");
}

TEST_CASE("words that only sound so leave out nothing")
{
    CHECK(excluding_in("Bài trừ hủ tục, khấu trừ thuế, loại trừ giấy tờ").empty());
    CHECK(excluding_in("100% hồ sơ đúng hạn").empty());
    CHECK(excluding_in("").empty());
    CHECK(excluding_in("Hồ sơ (trừ ").empty());
}

}  // namespace caicach::plan
