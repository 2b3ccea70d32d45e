#include "document/pdf_signature.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "crypto/test/signing_people.hpp"
#include "document/limits.hpp"
#include "document/other_signatures.hpp"
#include "document/pdf_stamp.hpp"
#include "document/pdf_verification.hpp"
#include "official_document_sample.hpp"
#include "printed.hpp"

namespace caicach::document::testing
{

namespace
{

using crypto::CmsIntegrity;
using crypto::CmsTrust;
using crypto::testing::SigningPeople;

constexpr const char* head = "Lê_Văn_Tám";
constexpr const char* office = "Sở_Nội_vụ";
const auto signed_at = instant_from_iso("2026-01-05T02:30:00.000000Z");
const auto now = instant_from_iso("2026-01-06T00:00:00.000000Z");

struct Desk {
    SigningPeople people{};
    crypto::TrustedAuthorities authorities{people.authorities()};
    PrintedDocument printed{};

    Desk()
    {
        people.add(head);
        people.add(office);
        people.add("Đã_hết_hạn", {"--to", "2025-12-31"});
        auto report = sample_report();
        report.annexes.clear();
        printed = MUST(print_to_sign(report));
    }
};
/// Keys are made once for all tests.
const Desk& desk()
{
    static const Desk one;
    return one;
}

/// A picture of one colour, as a child writes it.
std::string picture_of(const std::string& colour, const std::string& size = "300x180")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("a.png");
    MUST(run_child(
        {.arguments = {"gm", "convert", "-size", size, "xc:" + colour, "png32:" + path}}));
    std::ostringstream bytes;
    bytes << std::ifstream{path, std::ios::binary}.rdbuf();
    return bytes.str();
}
NewSignature signature_at(SignaturePlace place)
{
    const auto& printed = desk().printed.places.at(place);
    NewSignature wanted{.place = printed, .signer = "Lê Văn Tám", .at = signed_at};
    SignatureStamp stamp;
    if (place == SignaturePlace::attachment)
        stamp.lines = {"05/QĐ-SNV", "2026-01-05T09:30:00+07:00"};
    else
        stamp.picture =
            place == SignaturePlace::signer ? picture_of("blue") : picture_of("red", "300x300");
    wanted.stamp = MUST(draw_stamp(stamp, printed));
    return wanted;
}
PreparedSignature prepared(SignaturePlace place = SignaturePlace::signer)
{
    return MUST(prepare_signature(desk().printed.bytes, signature_at(place)));
}
std::string signed_by(const char* who, const PreparedSignature& place,
                      const std::vector<std::string>& options = {})
{
    const auto content = signed_bytes(place.bytes, place.hole);
    return MUST(put_signature(place, desk().people.sign(who, content, options)));
}
std::vector<SignatureVerdict> verdicts(const std::string& pdf)
{
    return MUST(verify_signatures(pdf, {.authorities = &desk().authorities, .now = now}));
}
std::string said_by_pdfsig(const std::string& pdf)
{
    return desk().people.asked({"pdfsig", "CONTENT"}, pdf);
}
std::size_t count(std::string_view text, std::string_view piece)
{
    std::size_t found = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("what is prepared goes on from the file and waits for a signature")
{
    const auto place = prepared();
    CHECK(place.before == desk().printed.bytes.size());
    CHECK(place.bytes.starts_with(desk().printed.bytes));
    CHECK(place.bytes[place.hole.begin] == '<');
    CHECK(place.bytes[place.hole.end - 1] == '>');
    CHECK(place.hole.end - place.hole.begin == 2 * limits::signature_bytes_max + 2);
    CHECK(signed_bytes(place.bytes, place.hole).size() ==
          place.bytes.size() - (place.hole.end - place.hole.begin));
    // Nobody has signed yet.
    const auto found = verdicts(place.bytes);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found.front().is_intact());
    CHECK_FALSE(found.front().cms);
    CHECK(verdicts(desk().printed.bytes).empty());
    // The same signature is prepared as the same bytes.
    CHECK(prepared().bytes == place.bytes);
}

TEST_CASE("a signature in its place says who signed and that the file is whole")
{
    const auto signed_file = signed_by(head, prepared());
    const auto found = verdicts(signed_file);
    REQUIRE(found.size() == 1);
    const auto& verdict = found.front();
    CHECK(verdict.is_intact());
    CHECK(verdict.field == "ChuKy1");
    CHECK(verdict.kind == "ETSI.CAdES.detached");
    CHECK(verdict.cover == SignatureCover::whole_file);
    CHECK(verdict.said_at == signed_at);
    REQUIRE(verdict.cms);
    CHECK(verdict.cms->trust == CmsTrust::trusted);
    CHECK(verdict.cms->signer.name == "Lê Văn Tám");
    const auto other = said_by_pdfsig(signed_file);
    CHECK(count(other, "Signature is Valid") == 1);
    CHECK(count(other, "Total document signed") == 1);
    CHECK(count(other, "ETSI.CAdES.detached") == 1);
    CHECK(count(other, "Jan 05 2026 02:30:00") == 1);
    CHECK(Printed{signed_file}.words() == Printed{desk().printed.bytes}.words());
}

TEST_CASE("a byte that is changed anywhere breaks the signature, another program says so too")
{
    const auto signed_file = signed_by(head, prepared());
    const auto place = prepared();
    for (const auto at :
         {signed_file.find("stream") + 200, place.before + 40, signed_file.find("/M <") + 12}) {
        auto changed = signed_file;
        changed[at] = changed[at] == '1' ? '2' : '1';
        const auto found = verify_signatures(changed, {.now = now});
        if (!found) continue;  // no longer a file at all
        for (const auto& verdict : *found) CHECK_FALSE(verdict.is_intact());
    }
    auto changed = signed_file;
    const auto at = changed.find("stream") + 200;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto found = verdicts(changed);
    REQUIRE(found.size() == 1);
    CHECK(found.front().cms->integrity == CmsIntegrity::altered);
    CHECK(count(said_by_pdfsig(changed), "Signature is Valid") == 0);
}

TEST_CASE("the agency's seal is a second signature, and both stand")
{
    const auto first = signed_by(head, prepared());
    const auto second_place = MUST(prepare_signature(first, signature_at(SignaturePlace::agency)));
    const auto both = signed_by(office, second_place);
    CHECK(both.starts_with(first));
    const auto found = verdicts(both);
    REQUIRE(found.size() == 2);
    CHECK(found[0].is_intact());
    CHECK(found[0].cover == SignatureCover::signatures_after);
    CHECK(found[0].cms->signer.name == "Lê Văn Tám");
    CHECK(found[1].is_intact());
    CHECK(found[1].field == "ChuKy2");
    CHECK(found[1].cover == SignatureCover::whole_file);
    CHECK(found[1].cms->signer.name == "Sở Nội vụ");
    CHECK(count(said_by_pdfsig(both), "Signature is Valid") == 2);
}

TEST_CASE("a page that is changed behind the signature is found")
{
    const auto signed_file = signed_by(head, prepared());
    const auto shadowed = desk().people.shadowed(signed_file);
    CHECK(Printed{shadowed}.words().size() < Printed{signed_file}.words().size());
    const auto found = verdicts(shadowed);
    REQUIRE(found.size() == 1);
    CHECK(found.front().cover == SignatureCover::changed_after);
    CHECK_FALSE(found.front().is_intact());
    // One more signature behind it makes it no better.
    const auto again = MUST(prepare_signature(shadowed, signature_at(SignaturePlace::agency)));
    const auto both = verdicts(signed_by(office, again));
    REQUIRE(both.size() == 2);
    CHECK(both[0].cover == SignatureCover::changed_after);
    CHECK(both[1].is_intact());
}

TEST_CASE("a second signature that changes what was signed does not hide it")
{
    const auto first = signed_by(head, prepared());
    const auto place = MUST(prepare_signature(first, signature_at(SignaturePlace::agency)));
    struct Change {
        const char* from{};
        const char* to{};
    };
    for (const auto& [from, to] :
         {Change{"/SigFlags 3", "/SigFlags 3"}, Change{"/Resources 3 0 R", "/Resources 6 0 R"},
          Change{"/Contents 4 0 R", "/Contents 6 0 R"}, Change{"/F 132", "/A 132"},
          Change{"/Subtype /Widget", "/Subtypo /Widget"}, Change{"/SigFlags 3", "/DocFlags 3"}}) {
        auto changed = place;
        const auto at = changed.bytes.find(from, changed.before);
        REQUIRE_MESSAGE(at != std::string::npos, std::string(from));
        changed.bytes.replace(at, std::string_view{to}.size(), to);
        const auto found = verdicts(signed_by(office, changed));
        REQUIRE(found.size() == 2);
        CHECK(found[1].is_intact());
        CHECK_MESSAGE(found[0].is_intact() == (std::string_view{from} == to), std::string(to));
    }
}

TEST_CASE("expired, unknown and forgeable signatures are told apart")
{
    const auto late = verdicts(signed_by("Đã_hết_hạn", prepared()));
    CHECK(late.front().is_intact());
    CHECK(late.front().cms->trust == CmsTrust::expired);

    const auto whole = signed_by(head, prepared());
    const auto nobody = MUST(verify_signatures(whole, {.now = now}));
    CHECK(nobody.front().is_intact());
    CHECK(nobody.front().cms->trust == CmsTrust::unknown);
    const auto strangers = SigningPeople{}.authorities();
    const auto others = MUST(verify_signatures(whole, {.authorities = &strangers, .now = now}));
    CHECK(others.front().cms->trust == CmsTrust::unknown);

    const auto weak = verdicts(signed_by(head, prepared(), {"--digest", "sha1"}));
    CHECK_FALSE(weak.front().is_intact());
    CHECK(weak.front().cms->integrity == CmsIntegrity::weak);
}

TEST_CASE("what a signing program gave back is ours with a signature, or is not taken")
{
    const auto place = prepared();
    const auto& people = desk().people;
    const auto filled = people.made("fill", head, place.bytes);
    CHECK(MUST(goes_on_from(place, filled)));
    CHECK(verdicts(filled).front().is_intact());
    // A program that makes a place of its own, in its older kind of signature too.
    for (const auto& options : {std::vector<std::string>{}, {"--plain"}}) {
        const auto whole = people.made("whole", head, desk().printed.bytes, options);
        CHECK(MUST(goes_on_from(place, whole)));
        const auto found = verdicts(whole);
        REQUIRE(found.size() == 1);
        CHECK(found.front().is_intact());
        CHECK(found.front().field == "Signature1");
    }
    // It changed a page while it was at it: sound in itself, but not what we gave.
    const auto changed = people.made("whole", head, desk().printed.bytes, {"--also-changes"});
    CHECK(verdicts(changed).front().is_intact());
    CHECK_FALSE(MUST(goes_on_from(place, changed)));
    CHECK_FALSE(MUST(goes_on_from(place, desk().printed.bytes)));
    CHECK_FALSE(MUST(goes_on_from(place, people.shadowed(filled))));
    auto other = sample_report();
    other.subject = "khác";
    const auto of_other = people.made("whole", head, MUST(write_pdf(other)));
    CHECK_FALSE(MUST(goes_on_from(place, of_other)));
}

TEST_CASE("bytes that a signature leaves out are found")
{
    auto file = signed_by(head, prepared());
    const auto at = file.rfind("/ByteRange [0 ") + std::string_view{"/ByteRange [0 "}.size();
    auto wider = file;
    wider.replace(at, 10, "100       ");
    CHECK(verdicts(wider).front().cover == SignatureCover::misplaced);
    auto shorter = file;
    const auto last = shorter.find(' ', shorter.find(' ', at) + 1);
    CHECK(last != std::string::npos);
    shorter.replace(at + 22, 10, "10        ");
    CHECK(verdicts(shorter).front().cover == SignatureCover::misplaced);
    CHECK_FALSE(verdicts(shorter).front().is_intact());
}

TEST_CASE("a file is signed so often, and no more")
{
    auto file = desk().printed.bytes;
    const NewSignature wanted{.place = desk().printed.places.at(SignaturePlace::agency),
                              .at = signed_at};
    for (std::size_t count = 0; count < limits::signatures_max; ++count)
        file = MUST(prepare_signature(file, wanted)).bytes;
    CHECK(verify_signatures(file, {.now = now})->size() == limits::signatures_max);
    const auto more = MUST(prepare_signature(file, wanted));
    const auto refused = verify_signatures(more.bytes, {.now = now});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.limit.signatures");
}

TEST_CASE("a signature that is too large or for no page is refused")
{
    const auto place = prepared();
    const auto large = put_signature(place, std::string(limits::signature_bytes_max + 1, 'a'));
    REQUIRE_FALSE(large);
    CHECK(large.error().key == "document.signature.size");
    CHECK(put_signature(place, std::string(limits::signature_bytes_max, 'a')));
    auto wanted = signature_at(SignaturePlace::signer);
    for (const int page : {0, -1, 99}) {
        wanted.place.page = page;
        const auto refused = prepare_signature(desk().printed.bytes, wanted);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "document.signature.page");
    }
    CHECK_FALSE(prepare_signature("%PDF-1.4 hỏng", signature_at(SignaturePlace::signer)));
}

TEST_CASE(
    "the picture of the signature is blue below the title, the seal is red over a third of it")
{
    const auto first = signed_by(head, prepared());
    const auto second = MUST(prepare_signature(first, signature_at(SignaturePlace::agency)));
    const auto folder = MUST(TemporaryDirectory::create());
    write_file(folder.file("a.pdf"), signed_by(office, second));
    const auto drawn =
        MUST(run_child({.arguments = {"pdftoppm", "-r", "72", folder.file("a.pdf")}}));
    struct Ink {
        int left{10'000};
        int right{};
        std::size_t points{};
        void add(int x)
        {
            left = std::min(left, x);
            right = std::max(right, x);
            ++points;
        }
    };
    Ink blue;
    Ink red;
    std::size_t at = 0;
    for (int line = 0; line < 3; ++line) at = drawn.text.find('\n', at) + 1;
    const int width = 596;
    for (int x = 0; at + 2 < drawn.text.size(); at += 3, x = (x + 1) % width) {
        const auto part = [&](std::size_t of) {
            return static_cast<int>(static_cast<unsigned char>(drawn.text[at + of]));
        };
        if (part(2) > 200 && part(0) < 60) blue.add(x);
        if (part(0) > 200 && part(2) < 60) red.add(x);
    }
    const auto& signer = desk().printed.places.at(SignaturePlace::signer);
    const auto& seal = desk().printed.places.at(SignaturePlace::agency);
    CHECK(blue.points > 2'000);
    CHECK(red.points > 5'000);
    CHECK(red.left >= static_cast<int>(seal.left) - 1);
    CHECK(red.right <= static_cast<int>(seal.left + seal.width) + 1);
    CHECK(blue.right <= static_cast<int>(signer.left + signer.width) + 1);
    // The seal lies over a third of the signature, which goes on to the right of it.
    CHECK(blue.left >= red.right - 1);
    CHECK(blue.right - red.right > static_cast<int>(signer.width) / 2);
}

TEST_CASE("of an attachment number and time stand above on the right, in letters of 10")
{
    const auto signed_file = signed_by(office, prepared(SignaturePlace::attachment));
    const Printed printed{signed_file};
    const auto number = printed.box_of("05/QĐ-SNV");
    const auto time = printed.box_of("2026-01-05T09:30:00+07:00");
    const auto right = printed.pages().front().box.width() - points_of_millimetres(15);
    CHECK(std::abs(number.right - right) < 1);
    CHECK(std::abs(time.right - right) < 1);
    CHECK(time.top > number.top);
    CHECK(time.bottom <= points_of_millimetres(20));
    CHECK(std::abs(number.height() - 10 * 1.107F) < 1);
    CHECK(verdicts(signed_file).front().is_intact());
}

TEST_CASE("a picture that is none, or too large, is refused")
{
    const auto& place = desk().printed.places.at(SignaturePlace::signer);
    auto huge = picture_of("blue");
    huge[16] = '\x7F';
    const auto png = picture_of("blue");
    for (const auto& picture : {std::string{"abc"}, png.substr(0, 60), huge}) {
        const auto refused = draw_stamp({.picture = picture}, place);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "document.stamp.picture");
    }
    const auto drawn = MUST(draw_stamp({.picture = png}, place));
    CHECK(drawn == MUST(draw_stamp({.picture = png}, place)));
}

TEST_CASE("of files that we do not read another program says what it can")
{
    auto foreign = desk().printed.bytes;
    foreign.replace(0, 8, "%PDF-2.0");
    const auto asked = [](const std::string& bytes) {
        const auto folder = MUST(TemporaryDirectory::create());
        write_file(folder.file("a.pdf"), bytes);
        return other_signatures(folder.file("a.pdf"));
    };
    CHECK(asked(foreign)->empty());
    const auto signed_file = desk().people.made("whole", head, foreign);
    CHECK(verify_signatures(signed_file, {}).error().key == "document.pdf.structure");
    const auto found = MUST(asked(signed_file));
    REQUIRE(found.size() == 1);
    CHECK(found.front().signer == "Lê Văn Tám");
    CHECK(found.front().kind == "ETSI.CAdES.detached");
    CHECK(found.front().claimed_at == signed_at);
    CHECK(found.front().is_valid);
    CHECK(found.front().covers_whole_file);
    auto changed = signed_file;
    const auto at = changed.find("stream") + 200;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK_FALSE(asked(changed)->front().is_valid);
    const auto behind = MUST(asked(desk().people.shadowed(signed_file)));
    CHECK_FALSE(behind.front().covers_whole_file);
    CHECK(asked("không phải PDF").error().key == "document.pdf.damaged");
}

}  // namespace caicach::document::testing
