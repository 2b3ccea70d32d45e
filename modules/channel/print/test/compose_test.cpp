#include "channel/print/compose.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

Wording khai_sinh()
{
    return {.kicker = "Dịch vụ công trực tuyến",
            .title = "Đăng ký khai sinh tại nhà",
            .lead = "Làm trên điện thoại, nhận kết quả qua bưu điện.",
            .kind = BodyKind::steps,
            .body = "Đăng nhập: bằng tài khoản VNeID\nChọn thủ tục\n\nGửi: chụp rõ bốn góc",
            .caption = "Quét mã để làm ngay",
            .contact = "Số 12 Trần Phú\nĐường dây nóng 0238 3 123 456"};
}

Sender ward()
{
    return {.name = "Ủy ban nhân dân phường Bến Thủy",
            .address = "https://cchc.songlam.gov.vn/do-hoa/khai-sinh"};
}

Result<document::Poster> set_in(std::string_view shape, const Wording& wording)
{
    const auto ink = MUST(document::PosterInk::create());
    return composed(*ink, *template_of(shape), palettes().front(), wording, ward());
}

/// WCAG 2: how bright a colour is.
double luminance(document::PosterColour colour)
{
    const auto part = [&](unsigned shift) {
        const double share = ((colour >> shift) & 0xFFU) / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}
double contrast(document::PosterColour one, document::PosterColour other)
{
    const auto [dark, light] = std::minmax(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
}

/// The uppermost colour below the middle of a zone.
document::PosterColour ground_of(const std::vector<Zone>& zones, const Zone& zone,
                                 const Palette& palette)
{
    document::PosterColour ground = 0xFFFFFF;
    const double x = zone.box.x + zone.box.width / 2;
    const double y = zone.box.y + zone.box.height / 2;
    for (const auto& below : zones) {
        const auto& box = below.box;
        if (&below == &zone) break;
        if (below.kind == ZoneKind::area && box.x <= x && x <= box.x + box.width && box.y <= y &&
            y <= box.y + box.height)
            ground = palette.ink(below.ink);
    }
    return ground;
}

bool is_words(ZoneKind kind)
{
    return kind != ZoneKind::area && kind != ZoneKind::drum && kind != ZoneKind::code;
}

}  // namespace

TEST_CASE("every template holds all that a design says, in every colour and kind, inside its edges")
{
    const auto ink = MUST(document::PosterInk::create());
    for (const auto& shape : templates()) {
        CAPTURE(shape.key);
        for (const auto& palette : palettes()) {
            const auto made = composed(*ink, shape, palette, khai_sinh(), ward());
            REQUIRE(made);
            CHECK(made->sides.size() == shape.sides.size());
            std::string said;
            for (const auto& side : made->sides)
                for (const auto& mark : side.marks) {
                    const auto* words = std::get_if<document::PosterWords>(&mark);
                    if (words == nullptr) continue;
                    said += words->text + "\n";
                    CHECK(words->box.x >= 0);
                    CHECK(words->box.x + words->box.width <= shape.width);
                    CHECK(words->box.y >= 0);
                    CHECK(words->box.y + words->box.height <= shape.height);
                }
            for (const auto* piece : {"DỊCH VỤ CÔNG TRỰC TUYẾN", "Đăng ký khai sinh tại nhà",
                                      "chụp rõ bốn góc", "phường Bến Thủy", "Quét mã"})
                CHECK(said.find(piece) != std::string::npos);
        }
        for (const auto kind : {BodyKind::points, BodyKind::figures, BodyKind::bars}) {
            auto wording = khai_sinh();
            wording.kind = kind;
            wording.body = "Nộp trực tuyến: 87,5 %\nĐúng hạn: 99 %\nThủ tục: 1.246";
            CHECK(composed(*ink, shape, palettes().front(), wording, ward()));
        }
    }
}

TEST_CASE("whatever the colours, words stand out from what is behind them")
{
    for (const auto& palette : palettes())
        for (const auto& shape : templates())
            for (const auto& side : shape.sides)
                for (const auto& zone : side) {
                    if (!is_words(zone.kind)) continue;
                    CAPTURE(shape.key);
                    CAPTURE(palette.key);
                    CAPTURE(zone.box.y);
                    CHECK(contrast(palette.ink(zone.ink), ground_of(side, zone, palette)) >= 4.5);
                    CHECK(zone.smallest >= 7);
                    CHECK(zone.largest >= zone.smallest);
                }
}

TEST_CASE("what does not fit is refused at its field with how much would")
{
    auto wording = khai_sinh();
    for (int i = 0; i < 40; ++i) wording.title += " một tiêu đề quá dài";
    auto refused = set_in("to-roi-a5", wording);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.poster.too_long");
    CHECK(refused.error().field == "title");

    wording = khai_sinh();
    wording.body.clear();
    for (int i = 0; i < 12; ++i)
        wording.body += "Bước này: " + std::string(40, 'a') + " " + std::string(150, 'b') + " \n";
    refused = set_in("to-roi-a5", wording);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "channel.print.body_too_long");
    CHECK(refused.error().field == "body");

    wording = khai_sinh();
    wording.lead = "Chúc mừng 中";
    refused = set_in("o-vuong", wording);
    CHECK(refused);  // the square has no lead: what is not shown cannot fail
    refused = set_in("ap-phich-a4", wording);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "lead");
}

TEST_CASE("a body that is said to fit does fit")
{
    auto wording = khai_sinh();
    wording.kind = BodyKind::points;
    wording.body.clear();
    for (int i = 0; i < 12; ++i)
        wording.body +=
            "Điều này rất cần biết và được viết ra dài dòng hơn hẳn mức cần thiết để "
            "thử xem mẫu có giữ được lời hứa của mình hay không, dù có đến mười hai "
            "dòng như vậy trên một tờ rơi nhỏ\n";
    const auto refused = set_in("to-roi-a5", wording);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().arguments.size() == 2);
    const auto& said = refused.error().arguments[1];
    std::size_t letters = 0;
    std::from_chars(said.data(), said.data() + said.size(), letters);
    REQUIRE(letters > 100);
    auto lines = text::split(wording.body, '\n');
    std::string shorter;
    for (std::size_t i = 0; i < 12; ++i) shorter += text::shorten(lines[i], letters / 12) + "\n";
    wording.body = shorter;
    CHECK(set_in("to-roi-a5", wording));
}

TEST_CASE("lines become items: head, text and number; what is no number is named")
{
    Wording wording{.kind = BodyKind::steps, .body = "Một: hai: ba\n\n  Bốn  "};
    const auto steps = MUST(items_of(wording));
    REQUIRE(steps.size() == 2);
    CHECK(steps[0] == BodyItem{.head = "Một", .text = "hai: ba"});
    CHECK(steps[1] == BodyItem{.head = "Bốn"});
    wording.kind = BodyKind::bars;
    wording.body = "Xã: Bản Mới: 1.246,5 hồ sơ";
    const auto bars = MUST(items_of(wording));
    CHECK(bars[0] == BodyItem{.head = "Xã: Bản Mới", .text = "1.246,5 hồ sơ", .number = 1246.5});
    wording.body = "Xã Bản Mới: nhiều";
    const auto refused = items_of(wording);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "channel.print.not_a_figure");
    CHECK(refused.error().arguments.at(0) == "Xã Bản Mới: nhiều");
    wording.body = " \n";
    CHECK(items_of(wording).error().key == "channel.print.body_empty");
    wording.body.clear();
    for (int i = 0; i < 13; ++i) wording.body += "Xã: 1\n";
    CHECK(items_of(wording).error().key == "channel.print.too_many_lines");
}

TEST_CASE("bars of parts of a hundred are as long as what they say")
{
    auto wording = khai_sinh();
    wording.kind = BodyKind::bars;
    wording.body = "Bến Thủy: 80 %\nBản Mới: 40 %";
    const auto poster = MUST(set_in("ap-phich-a4", wording));
    std::vector<double> lengths;
    for (const auto& mark : poster.sides[0].marks)
        if (const auto* area = std::get_if<document::PosterArea>(&mark);
            area != nullptr && area->radius > 0 && area->box.height < 10)
            lengths.push_back(area->box.width);
    REQUIRE(lengths.size() == 4);  // each on its whole line
    CHECK(lengths[1] / lengths[0] == doctest::Approx(0.8));
    CHECK(lengths[3] / lengths[2] == doctest::Approx(0.4));
}

}  // namespace caicach::channel
