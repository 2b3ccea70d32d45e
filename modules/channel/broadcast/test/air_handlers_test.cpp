#include <doctest/doctest.h>

#include <filesystem>

#include "audio/speech.hpp"
#include "base/file.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/signing.hpp"
#include "channel/broadcast/sound_drop.hpp"
#include "channel/test/broadcast_office.hpp"

namespace caicach::channel
{
namespace
{

using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

bool tells(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

/// A programme of the department with its sound, and a commune with loudspeakers. It is nine in the
/// morning of a Sunday; where nothing else is said, loudspeakers play at 05:30 and 17:00.
struct AirOffice : testing::BroadcastOffice {
    std::string programme{with_sound()};
    Visitor commune{app.as(Role::agency_officer, "XSB")};
    Visitor coordinator{app.as(Role::coordinator, "UBND")};

    std::string with_sound()
    {
        const auto path = approved();
        const auto spoken = MUST(audio::speak("Thưa bà con, xin mời nghe bản tin của xã.", 180));
        const auto wav = MUST(read_file(spoken.path));
        REQUIRE(officer.upload(path + "/am-thanh", "file", "ban-tin.wav", wav).status == 303);
        app.run_jobs();
        return path.substr(path.rfind('/') + 1);
    }
    [[nodiscard]] Fields airing(std::string_view agency = "XSB", const Fields& besides = {}) const
    {
        Fields fields{{"agency", std::string(agency)},
                      {"script", programme},
                      {"from", "15/03/2026"},
                      {"to", "17/03/2026"}};
        for (const auto* const day : {"1", "2", "3", "4", "5", "6", "7"})
            fields.emplace_back("weekdays", day);
        fields.insert(fields.end(), besides.begin(), besides.end());
        return fields;
    }
    void plan() { REQUIRE(commune.post("/truyen-thanh/lich", airing()).status == 303); }
    [[nodiscard]] Fields said(const Fields& besides, std::string_view minute = "330") const
    {
        Fields fields{{"agency", "XSB"},
                      {"day", "2026-03-15"},
                      {"script", programme},
                      {"minute", std::string(minute)}};
        fields.insert(fields.end(), besides.begin(), besides.end());
        return fields;
    }
    http::Response sign(const Fields& besides, std::string_view minute = "330")
    {
        return commune.post("/truyen-thanh", said(besides, minute));
    }
    template <class Function>
    auto looked_up(const Function& function)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        const auto agency =
            MUST(organisation::agency_by_code(transaction, "XSB", context.today())).id;
        return function(transaction, agency, context.today());
    }
    std::vector<evidence::RecordedFact> facts()
    {
        return looked_up([](auto& transaction, auto agency, Date today) {
            return MUST(evidence::facts(transaction, {.agency = agency,
                                                      .kind = std::string(played_fact.key),
                                                      .from = today.plus_days(-9),
                                                      .to = today}));
        });
    }
    Broadcast line()
    {
        return looked_up([](auto& transaction, auto agency, Date today) {
            const auto lines =
                MUST(BroadcastStore{transaction}.of_agency(agency, today.plus_days(-9), today));
            REQUIRE(lines.size() == 1);
            return lines.front();
        });
    }
    http::Response correct(const Fields& fields)
    {
        return commune.post("/truyen-thanh/" + line().code + "/sua", fields);
    }
};

const Fields as_planned{{"played", "1"}, {"started", "5h32"}, {"minutes", "1"}};

}  // namespace

TEST_CASE("a commune puts a programme into its hours and signs what went out: one fact, once")
{
    AirOffice office;
    CHECK(tells(office.commune.get("/truyen-thanh"), "Không có lượt phát nào"));
    CHECK(tells(office.commune.get("/truyen-thanh/lich"), "Khám bệnh bằng thẻ"));
    office.plan();
    const auto twice = office.commune.post("/truyen-thanh/lich", office.airing());
    CHECK(twice.status == 409);
    CHECK(tells(twice, "đã xếp cho nơi ấy"));
    const auto today = office.commune.get("/truyen-thanh");
    CHECK(tells(today, "Truyền thanh hôm nay, 15/03/2026"));
    CHECK(tells(today, "05:30 · Khám bệnh bằng thẻ"));
    CHECK(tells(today, "17:00 · Khám bệnh bằng thẻ"));
    CHECK(tells(today, "Chưa đến giờ phát"));
    const auto sound = "/truyen-thanh/chuong-trinh/" + office.programme + "/am-thanh.mp3";
    CHECK(office.commune.get(sound).type == "audio/mpeg");
    CHECK(office.facts().empty());

    CHECK(office.sign(as_planned).status == 303);
    const auto facts = office.facts();
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].product == "loudspeaker");
    CHECK(facts[0].quantity == 1);
    CHECK(facts[0].title == "Phát thanh lúc 05:32, 1 phút: Khám bệnh bằng thẻ");
    CHECK(facts[0].file_sha256.size() == 64);
    CHECK(office.line().sha256 == signed_hash(office.line()));
    const auto after = office.commune.get("/truyen-thanh");
    CHECK(tells(after, "Đã phát, đã ký"));
    CHECK(tells(after, office.line().sha256));
    CHECK(tells(after, "Xem trong sổ kết quả"));

    const auto again = office.sign(as_planned);
    CHECK(again.status == 409);
    CHECK(tells(again, "Lượt này đã ký rồi"));
    CHECK(office.facts().size() == 1);
}

TEST_CASE("a correction takes the place of the fact, a withdrawal takes it back, and back again")
{
    AirOffice office;
    office.plan();
    REQUIRE(office.sign(as_planned).status == 303);
    const auto first = office.line();
    const Fields longer{{"broadcast", first.code},
                        {"played", "1"},
                        {"started", "5:40"},
                        {"minutes", "2"},
                        {"difference", ""}};
    const auto refused = office.correct(longer);
    CHECK(refused.status == 422);
    CHECK(tells(refused, "Hãy ghi vì sao sửa"));
    CHECK(tells(refused, "value=\"5:40\""));
    auto fields = longer;
    fields.back().second = "Phát hai lần";
    CHECK(office.correct(fields).status == 303);
    auto facts = office.facts();
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].title == "Phát thanh lúc 05:40, 2 phút: Khám bệnh bằng thẻ");
    CHECK(facts[0].supersedes == first.fact);
    CHECK(office.line().supersedes == first.id);
    // Who still sees the line of before learns that another stands.
    CHECK(office.commune.post("/truyen-thanh/" + first.code + "/sua", fields).status == 404);

    CHECK(office.correct({{"played", "0"}, {"difference", "Ký nhầm ngày"}}).status == 303);
    CHECK(office.facts().empty());
    CHECK(tells(office.commune.get("/truyen-thanh"), "Không phát, đã ký"));
    CHECK(office.correct(fields).status == 303);
    CHECK(office.facts().size() == 1);
    const auto table = office.commune.get("/truyen-thanh/so.csv");
    CHECK(table.type == "text/csv; charset=utf-8");
    CHECK(tells(table, "15/03/2026,05:30,05:40,2,Khám bệnh bằng thẻ,Phát hai lần,"));
    CHECK(office.commune.get("/truyen-thanh/so.csv?tu=02/03/2026&den=01/03/2026").status == 422);
}

TEST_CASE("what differed is said, what is to come is not signed, and nothing typed is lost")
{
    AirOffice office;
    office.plan();
    const auto longer = office.sign({{"played", "1"}, {"started", "5:30"}, {"minutes", "30"}});
    CHECK(longer.status == 422);
    CHECK(tells(longer, "Hãy ghi khác vì sao"));
    CHECK(tells(longer, "value=\"30\""));
    CHECK(office.sign({{"played", "1"}, {"started", "nửa đêm"}, {"minutes", "1"}}).status == 422);
    CHECK(office.sign({{"played", "1"}, {"started", "17:00"}, {"minutes", "1"}}, "1020").status ==
          422);
    CHECK(office.sign({{"played", "0"}}, "1020").status == 422);
    CHECK(office.sign(as_planned, "331").status == 404);
    CHECK(office.sign({{"played", "0"}, {"difference", ""}}).status == 422);
    CHECK(office.facts().empty());
    CHECK(office.sign({{"played", "0"}, {"difference", "Mất điện toàn xã"}}).status == 303);
    CHECK(office.facts().empty());
    CHECK_FALSE(office.line().was_played());
    CHECK(tells(office.commune.get("/truyen-thanh"), "Mất điện toàn xã"));
}

TEST_CASE("each agency plans and signs for itself; the province plans for all communes at once")
{
    AirOffice office;
    auto other = office.app.as(Role::agency_head, "PBN");
    CHECK(other.get("/truyen-thanh?co-quan=XSB").status == 403);
    CHECK(other.get("/truyen-thanh/lich?co-quan=XSB").status == 403);
    CHECK(other.get("/truyen-thanh/so.csv?co-quan=XSB").status == 403);
    CHECK(other.post("/truyen-thanh/lich", office.airing()).status == 403);
    CHECK(other.post("/truyen-thanh/gio", {{"agency", "XSB"}, {"own_hours", "6h"}}).status == 403);
    CHECK(office.app.as(Role::overseer, "UBND").get("/truyen-thanh").status == 403);
    const Fields all{{"group", "commune_committees"}};
    CHECK(office.commune.post("/truyen-thanh/lich", office.airing("XSB", all)).status == 403);
    CHECK(office.coordinator
              .post("/truyen-thanh/lich", office.airing("XSB", {{"group", "enterprises"}}))
              .status == 422);
    CHECK(office.coordinator.post("/truyen-thanh/lich", office.airing("XSB", all)).status == 303);
    // Planned by the commune as well: heard once all the same.
    office.plan();
    const auto page = office.commune.get("/truyen-thanh");
    const auto& text = page.text();
    const auto at = text.find("05:30 · Khám");
    REQUIRE(at != std::string::npos);
    CHECK(text.find("05:30 · Khám", at + 1) == std::string::npos);
    CHECK(tells(other.get("/truyen-thanh"), "05:30 · Khám"));
    CHECK_FALSE(tells(office.officer.get("/truyen-thanh"), "05:30 · Khám"));

    CHECK(other.post("/truyen-thanh", office.said(as_planned)).status == 403);
    CHECK(office.coordinator.post("/truyen-thanh", office.said(as_planned)).status == 403);
    REQUIRE(office.sign(as_planned).status == 303);
    const auto correction = "/truyen-thanh/" + office.line().code + "/sua";
    CHECK(other.post(correction, {{"played", "0"}, {"difference", "Sai"}}).status == 403);
    CHECK(office.facts().size() == 1);

    const auto lists = office.looked_up([](auto& transaction, auto agency, Date today) {
        return MUST(AiringStore{transaction}.of_agency(agency, today, today));
    });
    REQUIRE(lists.size() == 2);
    const auto end = [&](Visitor& who, std::size_t which) {
        return who
            .post("/truyen-thanh/lich/" + lists.at(which).airing.code + "/ngung",
                  {{"agency", "XSB"}})
            .status;
    };
    CHECK(end(office.commune, 0) == 403);
    CHECK(end(other, 1) == 403);
    CHECK(end(office.commune, 1) == 303);
    CHECK(end(office.commune, 1) == 409);
    CHECK(end(office.coordinator, 0) == 303);
    // What was to be played before still stands to be signed; what comes later is silent.
    CHECK(tells(other.get("/truyen-thanh"), "05:30 · Khám"));
    CHECK_FALSE(tells(other.get("/truyen-thanh"), "17:00 · Khám"));
}

TEST_CASE("an agency's own hours hold from tomorrow on, the first of them at once")
{
    AirOffice office;
    office.plan();
    const auto set = [&](std::string_view hours) {
        return office.commune
            .post("/truyen-thanh/gio", {{"agency", "XSB"}, {"own_hours", std::string(hours)}})
            .status;
    };
    CHECK(set("") == 422);
    CHECK(set("26h") == 422);
    CHECK(set("6h, 18:15") == 303);
    CHECK(tells(office.commune.get("/truyen-thanh"), "06:00 · Khám"));
    CHECK(set("7h") == 303);
    CHECK(tells(office.commune.get("/truyen-thanh"), "06:00 · Khám"));
    CHECK(tells(office.commune.get("/truyen-thanh?ngay=16/03/2026"), "07:00 · Khám"));
    CHECK(tells(office.commune.get("/truyen-thanh/lich"), "value=\"07:00\""));
    const auto refused = office.commune.post(
        "/truyen-thanh/lich", office.airing("XSB", {{"hours", "sáng sớm"}, {"holidays", "1"}}));
    CHECK(refused.status == 422);
    CHECK(tells(refused, "value=\"sáng sớm\""));
}

TEST_CASE("days that nobody signed are told of, and a script that was sent back is silent")
{
    AirOffice office;
    office.plan();
    CHECK_FALSE(tells(office.commune.get("/truyen-thanh"), "Còn lượt chưa ký"));
    constexpr std::int64_t day_seconds = 86'400;
    office.app.clock.pass_seconds(day_seconds);
    auto commune = office.app.as(Role::agency_officer, "XSB");  // the session of before is over
    CHECK(tells(commune.get("/truyen-thanh"), "ngay=2026-03-15"));
    CHECK(commune.post("/truyen-thanh", office.said(as_planned)).status == 303);
    CHECK(office.facts().size() == 1);
    auto head = office.app.as(Role::agency_head, "SYT");
    const auto path = "/soan-phat-thanh/" + office.programme;
    REQUIRE(office.post(head, path, "tra-lai", {{"reason", "Sửa giờ"}}) == 303);
    const auto page = commune.get("/truyen-thanh");
    CHECK(tells(page, "Không có lượt phát nào"));
    CHECK(tells(commune.get("/truyen-thanh/lich"), "Chưa phát được"));
    CHECK(tells(commune.get("/truyen-thanh?ngay=15/03/2026"), "Đã phát, đã ký"));
    CHECK(commune.post("/truyen-thanh/lich", office.airing()).status == 422);
    CHECK(commune.get("/truyen-thanh/chuong-trinh/" + office.programme + "/am-thanh.mp3").status ==
          404);
}

TEST_CASE("what was signed as played may be heard again by everybody, with its words")
{
    AirOffice office;
    office.plan();
    const auto page = "/nghe-lai/" + office.programme;
    CHECK(office.reader.get(page).status == 404);
    CHECK(office.reader.get(page + "/am-thanh.mp3").status == 404);
    CHECK(tells(office.reader.get("/nghe-lai"), "Chưa có chương trình nào"));
    CHECK_FALSE(tells(office.reader.get("/"), "/nghe-lai"));

    const Fields not_played{{"played", "0"}, {"difference", "Mất điện"}};
    REQUIRE(office.sign(not_played).status == 303);
    CHECK(office.reader.get(page).status == 404);
    const auto first = office.line();
    REQUIRE(office
                .correct({{"broadcast", first.code},
                          {"played", "1"},
                          {"started", "5:30"},
                          {"minutes", "1"},
                          {"difference", "Có máy phát"}})
                .status == 303);
    CHECK(tells(office.reader.get("/nghe-lai"), "Khám bệnh bằng thẻ"));
    CHECK(tells(office.reader.get("/nghe-lai?co-quan=so-y-te"), "Khám bệnh bằng thẻ"));
    CHECK(tells(office.reader.get("/nghe-lai?co-quan=so-noi-vu"), "Chưa có chương trình nào"));
    const auto shown = office.reader.get(page);
    CHECK(tells(shown, "từ nay khám bệnh bằng thẻ"));
    CHECK(shown.caching == http::Caching::brief);
    const auto sound = office.reader.get(page + "/am-thanh.mp3");
    CHECK(sound.type == "audio/mpeg");
    CHECK(sound.header("ETag").size() == 66);

    // Not played after all: it goes from everybody's ears.
    REQUIRE(
        office
            .correct(
                {{"broadcast", office.line().code}, {"played", "0"}, {"difference", "Nhầm ngày"}})
            .status == 303);
    CHECK(office.reader.get(page).status == 404);
}

TEST_CASE("programs that fetch podcasts find each programme, whose it is and how long")
{
    AirOffice office;
    office.plan();
    REQUIRE(office.sign(as_planned).status == 303);
    const auto feed = office.reader.get("/nghe-lai/podcast.xml");
    CHECK(feed.type == "application/rss+xml; charset=utf-8");
    CHECK(tells(feed, "<title>Khám bệnh bằng thẻ</title>"));
    CHECK(tells(feed, "<itunes:author>Sở Y tế</itunes:author>"));
    CHECK(tells(feed, "/nghe-lai/" + office.programme + "/am-thanh.mp3\" length=\""));
    CHECK(tells(feed, "type=\"audio/mpeg\"/><itunes:duration>"));
    const auto of_agency = office.reader.get("/nghe-lai/podcast.xml?co-quan=so-noi-vu");
    CHECK(of_agency.status == 200);
    CHECK_FALSE(tells(of_agency, "<item>"));
    CHECK(office.reader.get("/nghe-lai/podcast.xml?co-quan=khong-co").status == 404);

    auto head = office.app.as(Role::agency_head, "SYT");
    const auto path = "/soan-phat-thanh/" + office.programme;
    REQUIRE(office.post(head, path, "tra-lai", {{"reason", "Sửa giờ"}}) == 303);
    CHECK_FALSE(tells(office.reader.get("/nghe-lai/podcast.xml"), "<item>"));
    CHECK(office.reader.get("/nghe-lai/" + office.programme).status == 404);
}

TEST_CASE("the folder of loudspeakers follows the plan, where the operator made one")
{
    namespace fs = std::filesystem;
    AirOffice office;
    const auto root =
        fs::path(office.app.system_context().services().data_folder) / loudspeaker_folder_name;
    const auto follow = [&] {
        office.app.clock.pass_seconds(3L * limits::loudspeakers_seconds);
        office.app.run_jobs();
    };
    const auto sounds_of = [&](std::string_view day) {
        const auto count = [&](const fs::path& folder) {
            std::error_code error;
            std::ptrdiff_t sounds{};
            for (const auto& one : fs::directory_iterator{folder, error})
                sounds += one.path().extension() == ".mp3" ? 1 : 0;
            return sounds;
        };
        std::error_code error;
        std::ptrdiff_t sounds{};
        for (const auto& agency : fs::directory_iterator{root, error})
            sounds += count(agency.path() / day);
        return sounds;
    };
    office.plan();
    follow();
    CHECK_FALSE(fs::exists(root));

    fs::create_directory(root);
    REQUIRE(office.commune.post("/truyen-thanh/gio", {{"agency", "XSB"}, {"own_hours", "6:00"}})
                .status == 303);
    follow();
    CHECK(sounds_of("2026-03-15") == 1);
    CHECK(sounds_of("2026-03-16") == 1);
    CHECK(sounds_of("2026-03-17") == 0);

    auto head = office.app.as(Role::agency_head, "SYT");
    const auto path = "/soan-phat-thanh/" + office.programme;
    REQUIRE(office.post(head, path, "tra-lai", {{"reason", "Sửa giờ"}}) == 303);
    follow();
    CHECK(sounds_of("2026-03-15") == 0);
}

}  // namespace caicach::channel
