#include "channel/screen/manifest.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "crypto/key_file.hpp"
#include "crypto/signature.hpp"
#include "document/qr_code.hpp"
#include "json/value.hpp"

namespace caicach::channel
{
namespace
{

json::Value day_of(const std::optional<Date>& day)
{
    return day ? json::Value{day->iso()} : json::Value{};
}

json::Value playlist_of(const PlannedPlaylist& playlist)
{
    auto slides = json::Value::array();
    for (const auto& one : playlist.slides)
        slides.push(json::Value::object()
                        .set("code", one.code)
                        .set("from", day_of(one.days.from))
                        .set("to", day_of(one.days.to))
                        .set("seconds", one.seconds));
    return json::Value::object()
        .set("code", playlist.code)
        .set("zone", key_of(playlist.zone))
        .set("priority", playlist.priority)
        .set("from", day_of(playlist.part.days.from))
        .set("to", day_of(playlist.part.days.to))
        .set("days", playlist.part.weekdays)
        .set("begin", playlist.part.begin_minute)
        .set("end", playlist.part.end_minute)
        .set("slides", std::move(slides));
}

Result<json::Value> slide_of(const ShownSlide& slide)
{
    auto out = json::Value::object()
                   .set("kind", slide.kind)
                   .set("title", slide.title)
                   .set("body", slide.body)
                   .set("seconds", slide.seconds);
    if (!slide.sha256.empty()) out.set("picture", slide.sha256);
    if (!slide.address.empty() && slide.address.size() <= document::qr_text_bytes_max) {
        const auto code = TRY(document::qr_code(slide.address));
        out.set("qr", json::Value::object().set("size", code.size).set("path", code.path));
    }
    return out;
}

std::string hex_of(const auto& bytes)
{
    return crypto::hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<crypto::SigningKey> signing_key(const std::string& data_folder)
{
    const auto seed = TRY(crypto::key_of_file(data_folder + "/screens.key"));
    auto key = crypto::SigningKey::from_seed(seed);
    VERIFY(key);  // a key file holds as many bytes as a seed
    return std::move(*key);
}

}  // namespace

Result<SignedManifest> manifest_of(const Context& context, const Screen& screen,
                                   const std::string& agency, const ScreenProgram& program)
{
    auto playlists = json::Value::array();
    for (const auto& one : program.plan.playlists) playlists.push(playlist_of(one));
    auto urgent = json::Value::array();
    for (const auto& one : program.plan.urgent)
        urgent.push(json::Value::object()
                        .set("code", one.code)
                        .set("begin", to_iso(one.begin))
                        .set("end", to_iso(one.end)));
    auto slides = json::Value::object();
    for (const auto& one : program.slides) {
        auto slide = TRY(slide_of(one));
        slides.set(one.code, std::move(slide));
    }
    const auto value = json::Value::object()
                           .set("v", 1)
                           .set("screen", screen.code)
                           .set("name", screen.text.name)
                           .set("agency", agency)
                           .set("portrait", screen.text.is_portrait)
                           .set("side", screen.text.has_side)
                           .set("ticker", screen.text.has_ticker)
                           .set("playlists", std::move(playlists))
                           .set("urgent", std::move(urgent))
                           .set("slides", std::move(slides));
    SignedManifest manifest{.text = json::dump(value)};
    const auto key = TRY(signing_key(context.services().data_folder));
    manifest.sha256 = crypto::sha256_hex(manifest.text);
    manifest.signature = hex_of(key.sign(manifest.text));
    manifest.key = hex_of(key.public_key());
    return manifest;
}

}  // namespace caicach::channel
