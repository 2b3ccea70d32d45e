#include <doctest/doctest.h>

#include <fstream>

#include "audio/mp3.hpp"
#include "audio/speech.hpp"
#include "base/file.hpp"
#include "channel/broadcast/recording.hpp"
#include "channel/test/broadcast_office.hpp"

namespace caicach::channel
{
namespace
{

using testing::BroadcastOffice;

bool shows(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

Recordings recordings_of(BroadcastOffice& office, const std::string& path)
{
    const auto id = office.script(path).id;
    auto context = office.app.system_context();
    auto transaction = MUST(context.read());
    return MUST(RecordingStore{transaction}.of_script(id));
}

/// Some seconds of speech, as a telephone might have recorded them.
std::string spoken_wav()
{
    const auto spoken = MUST(audio::speak("Thưa bà con, xin mời nghe bản tin của xã.", 180));
    return MUST(read_file(spoken.path));
}

http::Response bring(BroadcastOffice& office, const std::string& path, std::string_view content)
{
    return office.officer.upload(path + "/am-thanh", "file", "ban-tin.wav", content);
}

}  // namespace

TEST_CASE("what is brought becomes an MP3 that is heard on the page; the file sent is let go")
{
    BroadcastOffice office;
    const auto path = office.approved();
    CHECK(bring(office, path, spoken_wav()).status == 303);
    CHECK(shows(office.officer.get(path), "Xử lý âm thanh"));
    CHECK(office.officer.get_htmx(path + "/am-thanh/tien-do").status == 200);
    CHECK(bring(office, path, spoken_wav()).status == 409);
    office.app.run_jobs();
    CHECK(office.officer.get_htmx(path + "/am-thanh/tien-do").header("hx-redirect") == path);
    const auto sound = recordings_of(office, path);
    REQUIRE(sound.ready);
    CHECK_FALSE(sound.open);
    CHECK(sound.ready->may_be_aired());
    CHECK(sound.ready->seconds >= 2);
    CHECK(sound.ready->brought == attachment::AttachmentId{});
    const auto page = office.officer.get(path);
    CHECK(shows(page, "<audio"));
    CHECK(shows(page, "nằm ngoài khung 5–15 phút"));
    CHECK(page.header("permissions-policy").find("microphone=(self)") != std::string_view::npos);
    const auto heard = office.head.get(path + "/am-thanh.mp3");
    CHECK(heard.type == "audio/mpeg");
    const auto bytes = MUST(read_file(std::get<http::FileBody>(heard.body).path));
    CHECK((audio::milliseconds_of(bytes) + 999) / 1000 == sound.ready->seconds);
    CHECK(office.app.as(identity::Role::agency_head, "STP").get(path + "/am-thanh.mp3").status ==
          403);
    // Other words want another sound.
    CHECK(office.post(office.head, path, "tra-lai", {{"reason", "Sửa giờ"}}) == 303);
    CHECK_FALSE(recordings_of(office, path).ready);
    CHECK(office.officer.get(path + "/am-thanh.mp3").status == 404);
    CHECK(office.post(office.officer, path, "bo") == 409);
}

TEST_CASE("the machine's voice is for a hearing until who approves accepts it")
{
    BroadcastOffice office;
    const auto path = office.approved();
    CHECK(office.post(office.head, path, "giong-may/nhan") == 409);
    CHECK(office.post(office.officer, path, "giong-may") == 303);
    office.app.run_jobs();
    auto sound = recordings_of(office, path);
    REQUIRE(sound.ready);
    CHECK_FALSE(sound.ready->may_be_aired());
    CHECK(shows(office.officer.get(path), "giọng máy đọc thử: chưa phát được"));
    CHECK(office.post(office.officer, path, "giong-may/nhan") == 403);
    CHECK(office.post(office.head, path, "giong-may/nhan") == 303);
    CHECK(office.post(office.head, path, "giong-may/nhan") == 409);
    sound = recordings_of(office, path);
    CHECK(sound.ready->may_be_aired());
    CHECK(shows(office.officer.get(path), "Giọng máy đọc thử, dài"));
}

TEST_CASE("nothing is recorded of a script that is not approved, nor by who does not write it")
{
    BroadcastOffice office;
    const auto path = office.submitted();
    CHECK(office.post(office.officer, path, "giong-may") == 409);
    CHECK(bring(office, path, spoken_wav()).status == 409);
    CHECK(office.post(office.head, path, "duyet") == 303);
    auto other = office.app.as(identity::Role::agency_officer, "STP");
    CHECK(office.post(other, path, "giong-may") == 403);
    CHECK(other.upload(path + "/am-thanh", "file", "a.wav", spoken_wav()).status == 403);
    CHECK_FALSE(recordings_of(office, path).open);
}

TEST_CASE(
    "what is no sound is refused at the field, or told when it cannot be decoded; one sound "
    "stays until another is whole")
{
    BroadcastOffice office;
    const auto path = office.approved();
    const auto text = bring(office, path, "Đây là chữ, không phải tiếng.");
    CHECK(text.status >= 400);
    CHECK_FALSE(recordings_of(office, path).open);
    CHECK(bring(office, path, spoken_wav()).status == 303);
    office.app.run_jobs();
    REQUIRE(recordings_of(office, path).ready);
    const auto before = recordings_of(office, path).ready->id;
    CHECK(bring(office, path, "OggS rồi chẳng có gì").status == 303);
    office.app.run_jobs();
    const auto after = recordings_of(office, path);
    REQUIRE(after.open);
    CHECK(after.open->state == RecordingState::failed);
    REQUIRE(after.ready);
    CHECK(after.ready->id == before);
    CHECK(shows(office.officer.get(path), "Tệp không phải bản ghi âm nghe được"));
    CHECK(office.post(office.officer, path, "am-thanh/lai") == 303);
    office.app.run_jobs();
    CHECK(recordings_of(office, path).open->state == RecordingState::failed);
    CHECK(office.post(office.officer, path, "giong-may") == 303);
    office.app.run_jobs();
    const auto last = recordings_of(office, path);
    CHECK_FALSE(last.open);
    CHECK(last.ready->source == RecordingSource::draft_voice);
    CHECK(office.post(office.officer, path, "am-thanh/lai") == 409);
}

}  // namespace caicach::channel
