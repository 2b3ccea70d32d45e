#include "evidence/product.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace caicach::evidence
{
namespace
{

std::string key_of(const Product* product) { return product == nullptr ? "" : product->key; }
std::string named_by(std::string_view unit) { return key_of(product_of_unit(unit)); }
std::string asked_by(std::string_view sentence) { return key_of(product_in(sentence)); }

}  // namespace

TEST_CASE("the unit of a quota names its product")
{
    CHECK(named_by("tin, bài") == "article");
    CHECK(named_by("TIN BÀI") == "article");
    CHECK(named_by("bài") == "article");
    CHECK(named_by("chuyên mục") == "column");
    CHECK(named_by("số") == "bulletin");
    CHECK(named_by("lớp") == "training");
    CHECK(named_by("sở").empty());
    CHECK(named_by("lần").empty());
    CHECK(named_by("").empty());
}

TEST_CASE("the longest words of a sentence say what it asks for")
{
    CHECK(asked_by("Xây dựng 03 phóng sự truyền hình") == "broadcast");
    CHECK(asked_by("Mở 02 lớp tập huấn kỹ năng") == "training");
    CHECK(asked_by("In tờ gấp hướng dẫn nộp hồ sơ") == "print");
    CHECK(asked_by("Phát 01 bản tin") == "bulletin");
    CHECK(asked_by("Tổ chức hội nghị đối thoại với doanh nghiệp") == "conference");
    CHECK(asked_by("Đối thoại với người dân") == "dialogue");
}

TEST_CASE("inspections, rewards, study tours, models and classes are told apart")
{
    CHECK(asked_by("Kiểm tra cải cách hành chính tại 30% số sở, ban, ngành") == "inspection");
    CHECK(asked_by("Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính") ==
          "discipline_inspection");
    CHECK(asked_by("Kiểm tra hệ thống quản lý chất lượng tại trụ sở các sở") ==
          "quality_inspection");
    CHECK(asked_by("Khen thưởng kịp thời tập thể, cá nhân") == "commendation");
    CHECK(asked_by("Tổ chức đoàn công tác học tập kinh nghiệm ở tỉnh bạn") == "study_tour");
    CHECK(asked_by("Nhân rộng mô hình, cách làm hay") == "model");
    CHECK(asked_by("Bồi dưỡng nghiệp vụ cho công chức làm cải cách hành chính") == "training");
    CHECK(asked_by("Công khai dự toán của cơ quan") == "disclosure");
    CHECK(asked_by("Tổ chức hoạt động văn hóa, văn nghệ") == "culture");
}

TEST_CASE("a syllable alone says too little, and others that only look alike say nothing")
{
    CHECK(asked_by("Ứng dụng công nghệ thông tin").empty());
    CHECK(asked_by("Thông tin, tuyên truyền về chuyển đổi số").empty());
    CHECK(asked_by("Sở Nội vụ theo dõi tín dụng").empty());
}

TEST_CASE("who carries out this plan, or works by it, is asked for no plan of its own")
{
    CHECK(asked_by("Theo dõi, đôn đốc các cơ quan thực hiện Kế hoạch này; tổng hợp, báo cáo Ủy ban "
                   "nhân dân tỉnh định kỳ hàng quý") == "report");
    CHECK(asked_by("Căn cứ Kế hoạch này, hướng dẫn các bệnh viện công khai thủ tục").empty());
    CHECK(asked_by("Tổ chức triển khai thực hiện Kế hoạch này; định kỳ báo cáo kết quả về Sở Nội "
                   "vụ") == "report");
    CHECK(asked_by("Bố trí kinh phí theo kế hoạch được duyệt").empty());
    CHECK(asked_by("Tổ chức kiểm tra theo Kế hoạch") == "inspection");
    CHECK(asked_by("Tham gia giám sát và góp ý việc thực hiện Kế hoạch").empty());
    CHECK(asked_by("Tham gia giám sát; kiểm tra tại các xã") == "inspection");
}

TEST_CASE("making or sending a plan asks for one, whatever the plan is about")
{
    CHECK(asked_by("Xây dựng Kế hoạch thực hiện của cơ quan") == "own_plan");
    CHECK(asked_by("Căn cứ Kế hoạch này, xây dựng kế hoạch của đơn vị trước ngày 25/02") ==
          "own_plan");
    CHECK(asked_by("Ban hành kế hoạch kiểm tra cải cách hành chính") == "own_plan");
    CHECK(asked_by("Gửi Kế hoạch về Sở Nội vụ để tổng hợp, báo cáo") == "own_plan");
    CHECK(asked_by("Kế hoạch tuyên truyền của cơ quan") == "own_plan");
    CHECK(asked_by("Báo cáo kết quả kiểm tra cải cách hành chính") == "report");
    CHECK(named_by("kế hoạch") == "own_plan");
}

TEST_CASE("every product has a key of its own, a name, a unit and words")
{
    std::set<std::string> keys;
    for (const auto& product : products()) {
        CHECK(keys.insert(product.key).second);
        CHECK(!product.text.empty());
        CHECK(!product.unit.empty());
        CHECK(!product.words.empty());
        CHECK(product_of(product.key) == &product);
    }
    CHECK(keys.size() >= 20);
    CHECK(product_of("none") == nullptr);
}

}  // namespace caicach::evidence
