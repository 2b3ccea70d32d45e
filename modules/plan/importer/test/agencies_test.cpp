#include "plan/importer/agencies.hpp"

#include <doctest/doctest.h>

#include "plan/importer/roles.hpp"
#include "plan/importer/test/reading.hpp"

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using namespace caicach::plan::importer;

namespace
{

std::string read(std::string_view text) { return names(agencies_in(text, Gazetteer::standard())); }

}  // namespace

TEST_CASE("short forms are written out and case is that of the gazetteer")
{
    CHECK(read("các sở, ban ngành") == "Các sở, ban, ngành");
    CHECK(read("VP UBND tỉnh") == "Văn phòng Ủy ban nhân dân tỉnh");
    CHECK(read("Đài PT&TH tỉnh") == "Đài Phát thanh và Truyền hình tỉnh");
    CHECK(read("Sở TT&TT") == "Sở Thông tin và Truyền thông");
    CHECK(read("UBND các xã, phường, đặc khu") == "Ủy ban nhân dân cấp xã");
}

TEST_CASE("a head word is shared by the names behind it")
{
    CHECK(read("Sở Kế hoạch và Đầu tư, Công Thương, Du lịch") ==
          "Sở Kế hoạch và Đầu tư | Sở Công Thương | Sở Du lịch");
    CHECK(read("Sở Văn hóa, Thể thao và Du lịch") == "Sở Văn hóa, Thể thao và Du lịch");
    CHECK(read("Các Sở: Nội vụ, Tài chính") == "Sở Nội vụ | Sở Tài chính");
    CHECK(read("UBND cấp huyện, cấp xã") == "Ủy ban nhân dân cấp huyện | Ủy ban nhân dân cấp xã");
}

TEST_CASE("a level named last applies to those before it")
{
    CHECK(read("Phòng Văn hóa và Thông tin; Trung tâm Truyền thông - Văn hóa - Thể thao các huyện, "
               "thị xã, thành phố") ==
          "Phòng Văn hóa và Thông tin cấp huyện | Trung tâm Truyền "
          "thông - Văn hóa - Thể thao cấp huyện");
}

TEST_CASE("posts stand for their agencies")
{
    CHECK(read("Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố") ==
          "Các sở, ban, ngành | Ủy ban nhân dân cấp huyện");
    CHECK(read("Giám đốc Sở Nội vụ") == "Sở Nội vụ");
}

TEST_CASE("a slip of recognition is forgiven and an unknown name is kept as printed")
{
    CHECK(read("Sở Khoa hoc và Công nghe") == "Sở Khoa học và Công nghệ");
    CHECK(read("Đài Phát thanb và Truyền hình tỉnh") == "Đài Phát thanh và Truyền hình tỉnh");
    const auto unknown = agencies_in("Công ty Môi trường đô thị", Gazetteer::standard());
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].name == "Công ty Môi trường đô thị");
    CHECK_FALSE(unknown[0].known);
}

TEST_CASE("four collectives in one breath are four")
{
    CHECK(read("các sở, ngành, đơn vị, địa phương") ==
          "Các sở | Các ngành | Các đơn vị | Các địa phương");
}

TEST_CASE("the province's name behind a body is dropped, behind a newspaper it is the name")
{
    CHECK(read("Bưu điện tỉnh Lâm Đồng") == "Bưu điện tỉnh");
    CHECK(read("Báo Lâm Đồng, Sở Nội vụ") == "Báo Lâm Đồng | Sở Nội vụ");
    CHECK(read("Kho bạc Nhà nước Đăk Lăk") == "Kho bạc Nhà nước Đắk Lắk");
}

TEST_CASE("a sentence of roles gives each its agencies")
{
    const auto& gazetteer = Gazetteer::standard();
    auto roles = roles_of("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan.",
                          gazetteer);
    CHECK(names(roles.lead) == "Sở Nội vụ");
    CHECK(names(roles.support) == "Sở Tài chính | Các cơ quan, đơn vị liên quan");
    CHECK(roles.pure);
    roles = roles_of("Các sở, ban ngành thực hiện; Sở Tư pháp theo dõi, đôn đốc.", gazetteer);
    CHECK(names(roles.lead) == "Các sở, ban, ngành");
    CHECK(names(roles.oversee) == "Sở Tư pháp");
    roles = roles_of("Các sở phối hợp; Sở Khoa học và Công nghệ chủ trì thực hiện.", gazetteer);
    CHECK(names(roles.lead) == "Sở Khoa học và Công nghệ");
    CHECK(names(roles.support) == "Các sở");
    CHECK_FALSE(roles_of("Đăng tin trên báo chí và mạng xã hội.", gazetteer).pure);
}

TEST_CASE("the subject of a duty is found behind an introduction")
{
    const auto& gazetteer = Gazetteer::standard();
    CHECK(names(roles_in_task("Định kỳ hằng quý, UBND cấp xã báo cáo kết quả.", gazetteer).lead) ==
          "Ủy ban nhân dân cấp xã");
    CHECK(roles_in_task("Tổ chức Hội nghị đối thoại với doanh nghiệp.", gazetteer).lead.empty());
    CHECK(roles_in_task("Ban hành Kế hoạch tuyên truyền.", gazetteer).lead.empty());
    CHECK(roles_in_task("Chương trình phối hợp giữa Bộ Nội vụ và Bộ Y tế.", gazetteer)
              .support.empty());
}

TEST_CASE("a heading of agencies is told from a statement")
{
    const auto& gazetteer = Gazetteer::standard();
    const auto heading = agency_heading("Đề nghị Tỉnh đoàn: Vận động đoàn viên.", gazetteer);
    CHECK(names(heading.agencies) == "Tỉnh đoàn");
    CHECK(heading.body == "Vận động đoàn viên.");
    CHECK(heading.requested);
    CHECK(agency_heading("Sở Nội vụ tổng hợp, báo cáo.", gazetteer).agencies.empty());
}

TEST_CASE("a heading names its agencies whatever tail it has")
{
    const auto& gazetteer = Gazetteer::standard();
    const auto heads = [&](std::string_view text) {
        return names(agency_heading(text, gazetteer).agencies);
    };
    CHECK(heads("Giám đốc các sở, Thủ trưởng các ban, ngành (cấp tỉnh), Chủ tịch UBND các huyện") ==
          "Các sở, ban, ngành | Ủy ban nhân dân cấp huyện");
    CHECK(heads("Giám đốc các sở") == "Các sở");
    CHECK(heads("Các sở, ban, ngành, đoàn thể cấp tỉnh; UBND các huyện, thành phố") ==
          "Các sở, ban, ngành | Các đoàn thể cấp tỉnh | Ủy ban nhân dân cấp huyện");
    CHECK(heads("Các cơ quan, đơn vị còn lại") == "Các cơ quan, đơn vị");
    CHECK(heads("Trung tâm Chuyển đổi số tỉnh") == "Trung tâm Chuyển đổi số tỉnh");
    CHECK(heads("Trường Cao đẳng Bến Lam") == "Trường Cao đẳng Bến Lam");
    CHECK(heads("Ban Quản lý Khu kinh tế Bến Lam và các khu công nghiệp") ==
          "Ban Quản lý Khu kinh tế Bến Lam và các khu công nghiệp");
    CHECK(heads("Đề nghị các cơ quan, tổ chức: Hội Nông dân tỉnh, Tỉnh đoàn") ==
          "Hội Nông dân tỉnh | Tỉnh đoàn");
}

TEST_CASE("the partners of one who is charged go on to the end of the sentence")
{
    const auto& gazetteer = Gazetteer::standard();
    auto roles = roles_of(
        "Giao Sở Y tế chủ trì, phối hợp với các sở, ngành; UBND cấp xã thực hiện.", gazetteer);
    CHECK(names(roles.lead) == "Sở Y tế");
    CHECK(names(roles.support) == "Các sở, ban, ngành | Ủy ban nhân dân cấp xã");
    roles = roles_of("Sở Y tế chủ trì, phối hợp với Sở Tài chính; Sở Nội vụ theo dõi.", gazetteer);
    CHECK(names(roles.support) == "Sở Tài chính");
    CHECK(names(roles.oversee) == "Sở Nội vụ");
    roles = roles_of("UBND cấp huyện chỉ đạo UBND cấp xã thực hiện.", gazetteer);
    CHECK(names(roles.lead) == "Ủy ban nhân dân cấp xã");
    CHECK(names(roles.oversee) == "Ủy ban nhân dân cấp huyện");
    roles = roles_of("UBND cấp xã phối hợp với Mặt trận Tổ quốc Việt Nam cùng cấp.", gazetteer);
    CHECK(names(roles.support) == "Ủy ban Mặt trận Tổ quốc Việt Nam cùng cấp");
}

TEST_CASE("a gazetteer with a broken line is refused and the line named")
{
    const auto broken = Gazetteer::create("group\tCác sở\nnonsense\tX\n", "");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().key == "plan.gazetteer.malformed");
    CHECK(broken.error().arguments == std::vector<std::string>{"2"});
}

TEST_CASE("who charges another oversees")
{
    const auto& gazetteer = Gazetteer::standard();
    auto roles = roles_in_task("Riêng UBND cấp xã giao Công an xã tuyên truyền.", gazetteer);
    CHECK(names(roles.lead) == "Công an xã");
    CHECK(names(roles.oversee) == "Ủy ban nhân dân cấp xã");
    roles =
        roles_in_task("UBND tỉnh giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế mở lớp.", gazetteer);
    CHECK(names(roles.lead) == "Sở Nội vụ");
    CHECK(names(roles.oversee) == "Ủy ban nhân dân tỉnh");
    CHECK(names(roles.support) == "Sở Y tế");
    roles = roles_in_task("UBND các huyện chỉ đạo, Phòng Nội vụ các huyện thực hiện.", gazetteer);
    CHECK(names(roles.lead) == "Phòng Nội vụ cấp huyện");
    CHECK(names(roles.oversee) == "Ủy ban nhân dân cấp huyện");
    roles = roles_of("UBND tỉnh giao Sở Nội vụ chủ trì.", gazetteer);
    CHECK(names(roles.lead) == "Sở Nội vụ");
    CHECK(names(roles.oversee) == "Ủy ban nhân dân tỉnh");
}

TEST_CASE("bodies below the province keep their level, proper names their province")
{
    CHECK(read("Ủy ban MTTQ Việt Nam xã") == "Ủy ban Mặt trận Tổ quốc Việt Nam xã");
    CHECK(read("Hội Nông dân các huyện, thị xã") == "Hội Nông dân cấp huyện");
    CHECK(read("Trung tâm Phục vụ hành chính công cấp tỉnh, cấp xã") ==
          "Trung tâm Phục vụ hành chính công tỉnh | Trung tâm Phục vụ hành chính công cấp xã");
    CHECK(read("UBND các huyện, thị xã và thành phố Bến Lam") == "Ủy ban nhân dân cấp huyện");
    CHECK(read("UBND các phường, xã, đặc khu Hòn Bạc") == "Ủy ban nhân dân cấp xã");
    CHECK(read("Báo và Phát thanh, Truyền hình An Giang") ==
          "Báo và Phát thanh, Truyền hình An Giang");
    CHECK(read("Trường Chính trị Tôn Đức Thắng") == "Trường Chính trị Tôn Đức Thắng");
    CHECK(read("Ngân hàng Nhà nước chi nhánh Khu vực 9") ==
          "Ngân hàng Nhà nước chi nhánh Khu vực 9");
}

TEST_CASE("two halves of one name are one name")
{
    const auto& gazetteer = Gazetteer::standard();
    auto roles = roles_in_task("Phối hợp với Phòng Kế hoạch - Tài chính lập dự toán.", gazetteer);
    CHECK(names(roles.support) == "Phòng Kế hoạch - Tài chính");
    roles = roles_in_task("Phối hợp với Trung tâm Quy hoạch và Kiểm định số hóa.", gazetteer);
    CHECK(names(roles.support) == "Trung tâm Quy hoạch và Kiểm định");
    roles = roles_in_task("Phối hợp với Trung tâm Lưu trữ và Sở Nội vụ số hóa.", gazetteer);
    CHECK(names(roles.support) == "Trung tâm Lưu trữ | Sở Nội vụ");
}

TEST_CASE("behind a post the head word alone is all of its kind")
{
    const auto& gazetteer = Gazetteer::standard();
    CHECK(names(agency_heading("Giám đốc sở, Chủ tịch UBND xã, phường:", gazetteer).agencies) ==
          "Các sở | Ủy ban nhân dân cấp xã");
    CHECK(read("Lãnh đạo cơ quan; Sở Nội vụ") == "Các cơ quan | Sở Nội vụ");
}

TEST_CASE("a newsroom merged with its broadcaster is one body, in whichever province")
{
    CHECK(read("Báo và phát thanh, truyền hình tỉnh") == "Báo và Phát thanh, Truyền hình tỉnh");
    CHECK(read("Sở Y tế; Báo và phát thanh, truyền hình Hải Lam") ==
          "Sở Y tế | Báo và Phát thanh, Truyền hình Hải Lam");
    CHECK(read("Tỉnh đoàn, Cục Hải quan") == "Tỉnh đoàn | Cục Hải quan");
}

TEST_CASE("centres are written out from their short forms")
{
    CHECK(read("TTPVHCC tỉnh; TT PVHCC xã") ==
          "Trung tâm Phục vụ hành chính công tỉnh | Trung tâm "
          "Phục vụ hành chính công xã");
    CHECK(read("Trung tâm VH, TT và TT huyện") ==
          "Trung tâm Văn hóa - Thông tin và Thể thao huyện");
    CHECK(read("TT VHTT các huyện, thị xã") == "Trung tâm Văn hóa - Thể thao cấp huyện");
    CHECK(read("Ban Biên tập Trang TTĐT Sở") == "Ban Biên tập Trang Thông tin điện tử Sở");
}

TEST_CASE("which of a group are meant belongs to its name, where they stand does not")
{
    CHECK(read("các trường học trực thuộc") == "Các trường học trực thuộc");
    CHECK(read("các bệnh viện tuyến tỉnh") == "Các bệnh viện tuyến tỉnh");
    CHECK(read("các trường đại học, cao đẳng") == "Các trường đại học, cao đẳng");
    CHECK(read("các cơ sở khám, chữa bệnh") == "Các cơ sở khám bệnh, chữa bệnh");
    CHECK(read("các trường học trên địa bàn phường") == "Các trường học");
    CHECK(read("các đoàn thể có liên quan") == "Các đoàn thể liên quan");
}

TEST_CASE("a name of each level keeps its level, a remark in brackets ends no list")
{
    CHECK(read("Bưu điện huyện, UBND các xã") == "Bưu điện huyện | Ủy ban nhân dân cấp xã");
    CHECK(read("Sở Tư pháp (thẩm định, góp ý); các đơn vị liên quan") ==
          "Sở Tư pháp | Các cơ quan, đơn vị liên quan");
}
