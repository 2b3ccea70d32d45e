#include <doctest/doctest.h>

#include "channel/screen/test/screen_hall.hpp"
#include "crypto/signature.hpp"
#include "evidence/api.hpp"

namespace caicach::channel
{
namespace
{

using testing::ScreenHall;

bool tells(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

template <std::size_t Size>
std::array<std::uint8_t, Size> bytes_in(std::string_view hex)
{
    const auto bytes = crypto::bytes_from_hex(hex).value_or("");
    REQUIRE(bytes.size() == Size);
    std::array<std::uint8_t, Size> out{};
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

std::string proof_of(const Slide& slide, std::string_view day, int plays, int seconds)
{
    return json::dump(json::Value::array().push(json::Value::object()
                                                    .set("code", slide.code)
                                                    .set("day", day)
                                                    .set("plays", plays)
                                                    .set("seconds", seconds)));
}

}  // namespace

TEST_CASE("a player is paired by the code that it shows, and takes a manifest that is signed")
{
    ScreenHall hall;
    hall.begin_screen();
    const auto waiting = hall.heard();
    CHECK(waiting["state"].as_string() == "waiting");
    const auto code = std::string(waiting["code"].as_string());
    CHECK(code.size() == 11);
    auto mistyped = code;
    mistyped[0] = mistyped[0] == '2' ? '3' : '2';
    CHECK(hall.post("ghep", {{"code", mistyped}}) == 422);
    CHECK(hall.post("ghep", {{"code", code}}) == 303);
    const auto heard = hall.heard();
    REQUIRE(heard["state"].as_string() == "paired");
    const auto text = std::string(heard["manifest"].as_string());
    const auto key = bytes_in<32>(heard["key"].as_string());
    const auto signature = bytes_in<64>(heard["signature"].as_string());
    CHECK(crypto::verify(key, text, signature));
    CHECK_FALSE(crypto::verify(key, text + " ", signature));
    CHECK_FALSE(hall.heard({{"known", crypto::sha256_hex(text)}}).has("manifest"));
    CHECK(tells(hall.officer.get(hall.screen_address), "Đang chiếu"));
}

TEST_CASE("a code is good for a quarter of an hour, and a revoked player hears nothing more")
{
    ScreenHall hall;
    hall.begin_screen();
    const auto code = std::string(hall.heard()["code"].as_string());
    CHECK(hall.post("ghep", {{"code", code}}) == 303);
    hall.app.clock.pass_seconds(15 * 60);
    CHECK(hall.heard()["state"].as_string() == "waiting");
    CHECK(hall.post("ghep", {{"code", code}}) == 303);
    CHECK(hall.heard()["state"].as_string() == "paired");
    CHECK(hall.post("thu-hoi") == 303);
    const auto after = hall.heard();
    CHECK(after["state"].as_string() == "waiting");
    CHECK_FALSE(after.has("manifest"));
    hall.token = "short";
    CHECK(hall.say().status == 404);
}

TEST_CASE("what officers arrange stands in the manifest, in its order, and in the preview")
{
    ScreenHall hall;
    hall.pair();
    const auto list = hall.playlist();
    const auto first = hall.with_slogan(list, "Nộp hồ sơ tại nhà");
    const auto second = hall.with_slogan(list, "Đúng hẹn");
    CHECK(hall.send(list, "trang/len", {{"slide", second.code}}).status == 303);
    CHECK(hall.slides(list).front().code == second.code);
    CHECK(
        hall.send(list, "trang", {{"form", "text"}, {"title", "Lâu"}, {"seconds", "301"}}).status ==
        422);
    CHECK(hall.send(list, "sua",
                    {{"name", "Sáng"},
                     {"zone", "main"},
                     {"priority", "1"},
                     {"weekdays", "7"},
                     {"begin", "7h30"},
                     {"end", "11:30"}})
              .status == 303);
    const auto heard = hall.heard();
    const auto manifest = MUST(json::parse(heard["manifest"].as_string()));
    const auto& lists = manifest["playlists"].elements();
    REQUIRE(lists.size() == 1);
    CHECK(lists[0]["begin"].as_integer() == 450);
    CHECK(lists[0]["days"].as_integer() == 64);
    CHECK(lists[0]["slides"].elements().front()["code"].as_string() == second.code);
    CHECK(manifest["slides"][first.code]["title"].as_string() == "Nộp hồ sơ tại nhà");
    // 15 March 2026 is a Sunday.
    CHECK(tells(hall.officer.get(hall.screen_address + "?ngay=15/03/2026&gio=8:00"), "Đúng hẹn"));
    CHECK(tells(hall.officer.get(hall.screen_address + "?ngay=16/03/2026&gio=8:00"), "Lời chào"));
    CHECK(hall.officer.get(hall.screen_address + "?gio=25:00").status == 422);
    CHECK(hall.send(list, "trang/bo", {{"slide", first.code}}).status == 303);
    CHECK(hall.slides(list).size() == 1);
}

TEST_CASE("an urgent notice reaches the screens of its agency, or of all below where that is held")
{
    ScreenHall hall;
    hall.pair();
    CHECK(hall.officer
              .post("/bang-dien-tu/khan",
                    {{"agency", "SYT"}, {"title", "Nghỉ chiều"}, {"hours", "100"}})
              .status == 422);
    CHECK(hall.officer
              .post("/bang-dien-tu/khan",
                    {{"agency", "SYT"}, {"title", "Nghỉ chiều"}, {"hours", "1"}, {"below", "1"}})
              .status == 403);
    auto coordinator = hall.app.as(identity::Role::coordinator, "UBND");
    CHECK(coordinator
              .post("/bang-dien-tu/khan",
                    {{"agency", "UBND"}, {"title", "Bão số 3"}, {"hours", "2"}, {"below", "1"}})
              .status == 303);
    const auto manifest = MUST(json::parse(hall.heard()["manifest"].as_string()));
    REQUIRE(manifest["urgent"].elements().size() == 1);
    hall.app.clock.pass_seconds(2 * 3600);
    const auto later = MUST(json::parse(hall.heard()["manifest"].as_string()));
    CHECK(later["urgent"].elements().empty());
}

TEST_CASE("proof of play counts once, survives its slide, and makes one fact of the month")
{
    ScreenHall hall;
    hall.pair();
    const auto list = hall.playlist();
    const auto slide = hall.with_slogan(list, "Nộp hồ sơ tại nhà");
    CHECK(hall.send(list, "trang/bo", {{"slide", slide.code}}).status == 303);
    const auto proof = proof_of(slide, "2026-03-15", 240, 3'600);
    CHECK(hall.heard({{"sequence", "1"}, {"shown", proof}})["taken"].as_integer() == 1);
    CHECK(hall.heard({{"sequence", "1"}, {"shown", proof}})["taken"].as_integer() == 1);
    const auto csv = hall.officer.get(hall.screen_address + "/da-chieu.csv");
    CHECK(tells(csv, "Nộp hồ sơ tại nhà"));
    CHECK(tells(csv, "240"));
    CHECK_FALSE(tells(csv, "480"));
    CHECK(hall.app.run_jobs() >= 1);
    CHECK(hall.heard({{"sequence", "2"}, {"shown", proof}})["taken"].as_integer() == 2);
    hall.app.run_jobs();
    auto context = hall.app.system_context();
    auto transaction = MUST(context.read());
    const auto facts =
        MUST(evidence::facts_of_object(transaction, "channel", hall.screen().id.value));
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].kind == "channel.screen_played");
    CHECK(facts[0].product == "screen");
    CHECK(facts[0].happened_on == *Date::create(2026, 3, 15));
}

TEST_CASE("a player cannot have shown more than the day has, nor what is not its agency's")
{
    ScreenHall hall;
    hall.pair();
    const auto list = hall.playlist();
    const auto slide = hall.with_slogan(list, "Nộp hồ sơ tại nhà");
    const auto refuses = [&](const std::string& proof) {
        return hall.say({{"sequence", "1"}, {"shown", proof}}).status == 422;
    };
    // It is nine in the morning.
    CHECK(refuses(proof_of(slide, "2026-03-15", 3'000, 40'000)));
    CHECK(refuses(proof_of(slide, "2026-03-16", 1, 15)));
    CHECK(refuses(proof_of(slide, "2026-03-14", 1, 15)));
    CHECK(refuses(proof_of(slide, "2026-03-15", 20, 15)));
    CHECK(refuses(proof_of({.code = "00000000000"}, "2026-03-15", 1, 15)));
    CHECK(refuses("no json"));
    CHECK(hall.screen().sequence == 0);
    CHECK(hall.say({{"sequence", "1"}, {"shown", proof_of(slide, "2026-03-15", 1, 15)}}).status ==
          200);
}

TEST_CASE("another agency's screens, playlists and pictures are not for its neighbours")
{
    ScreenHall hall;
    hall.pair();
    const auto list = hall.playlist();
    auto other = hall.app.as(identity::Role::agency_head, "STP");
    for (const auto& path : {hall.screen_address, hall.screen_address + "/da-chieu.csv", list})
        CHECK(other.get(path).status == 403);
    for (const auto* below : {"/ghep", "/thu-hoi", "/sua", "/ngung"})
        CHECK(other.post(hall.screen_address + below, {{"version", "1"}}).status == 403);
    CHECK(other.post("/bang-dien-tu", {{"agency", "SYT"}, {"name", "Lạ"}}).status == 403);
    CHECK(hall.app.nobody().get("/bang-dien-tu").status != 200);
    CHECK(hall.picture(std::string(64, 'a')) == "404");
}

TEST_CASE("a screen that says nothing for half an hour is said to be silent")
{
    ScreenHall hall;
    hall.pair();
    hall.app.clock.pass_seconds(31 * 60);
    // Who did nothing for so long signs in again.
    auto officer = hall.app.as(identity::Role::agency_officer, "SYT");
    CHECK(tells(officer.get("/bang-dien-tu"), "Mất liên lạc"));
    static_cast<void>(hall.heard());
    const auto after = officer.get("/bang-dien-tu");
    CHECK(tells(after, "Sảnh một cửa"));
    CHECK_FALSE(tells(after, "Mất liên lạc"));
}

TEST_CASE("the player's page greets by itself, and its worker may not go beyond it")
{
    ScreenHall hall;
    auto nobody = hall.app.nobody();
    const auto page = nobody.get("/man-hinh");
    CHECK(tells(page, "Bộ phận một cửa kính chào"));
    CHECK(page.header("set-cookie").empty());
    const auto worker = nobody.get("/man-hinh/tho-chieu.js");
    CHECK(worker.header("service-worker-allowed") == "/man-hinh");
    CHECK(worker.type.starts_with("text/javascript"));
}

}  // namespace caicach::channel
