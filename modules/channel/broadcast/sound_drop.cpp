#include "channel/broadcast/sound_drop.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>
#include <vector>

#include "channel/broadcast/broadcast_limits.hpp"
#include "text/slug.hpp"

namespace caicach::channel
{
namespace
{

namespace fs = std::filesystem;

constexpr std::string_view partial_ending = ".tmp";
constexpr std::string_view sound_ending = ".mp3";

tl::unexpected<Error> unwritable(const fs::path& path, const std::error_code& error)
{
    return failure(Failure::unavailable, "channel.loudspeakers.unwritable", {},
                   {path.string(), error.message()});
}

Result<void> moved(const fs::path& partial, const fs::path& path)
{
    std::error_code error;
    fs::rename(partial, path, error);
    if (error) return unwritable(path, error);
    return {};
}

/// Its name holds its hash: of the right length it is the right one.
bool is_there(const fs::path& path, const fs::path& source)
{
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) return false;
    const auto wanted = fs::file_size(source, error);
    return !error && size == wanted;
}

Result<void> copy_whole(const fs::path& source, const fs::path& path)
{
    if (is_there(path, source)) return {};
    auto partial = path;
    partial += partial_ending;
    std::error_code error;
    fs::copy_file(source, partial, fs::copy_options::overwrite_existing, error);
    if (error) return unwritable(partial, error);
    return moved(partial, path);
}

std::string text_in(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

Result<void> write_whole(const fs::path& path, const std::string& text)
{
    if (text_in(path) == text) return {};
    auto partial = path;
    partial += partial_ending;
    std::ofstream file{partial, std::ios::binary};
    file << text;
    file.close();
    if (!file) return unwritable(partial, std::make_error_code(std::errc::io_error));
    return moved(partial, path);
}

/// An extended M3U: players and most loudspeaker programs read it.
std::string playlist_of(std::span<const SoundDrop> day)
{
    std::string text = "#EXTM3U\n";
    for (const auto& one : day)
        text +=
            "#EXTINF:" + std::to_string(one.seconds) + "," + one.title + "\n" + name_of(one) + "\n";
    return text;
}

/// Names in the folder, as they are; empty where it cannot be read.
std::vector<fs::path> entries_of(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error))
        entries.push_back(at->path());
    return entries;
}

/// What we wrote into the folder of a day and nobody wants any more. Another program's files stay.
void clear(const fs::path& folder, const std::set<std::string>& kept)
{
    std::error_code error;
    for (const auto& path : entries_of(folder)) {
        const auto ending = path.extension();
        const bool is_ours =
            ending == sound_ending || ending == partial_ending || path.filename() == playlist_name;
        if (is_ours && !kept.contains(path.filename().string())) fs::remove(path, error);
    }
    if (kept.empty()) fs::remove(folder, error);  // only where nothing is in it
}

Result<std::set<std::string>> lay_out_day(const fs::path& folder, std::span<const SoundDrop> day)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return unwritable(folder, error);
    std::set<std::string> kept{std::string{playlist_name}};
    for (const auto& one : day) {
        const auto name = name_of(one);
        TRY(copy_whole(one.source, folder / name));
        kept.insert(name);
    }
    TRY(write_whole(folder / playlist_name, playlist_of(day)));
    return kept;
}

std::size_t length_of_day(std::span<const SoundDrop> wanted)
{
    const auto& first = wanted.front();
    const auto end = std::ranges::find_if(wanted, [&](const SoundDrop& one) {
        return one.agency != first.agency || one.day != first.day;
    });
    return static_cast<std::size_t>(end - wanted.begin());
}

}  // namespace

std::string name_of(const SoundDrop& drop)
{
    constexpr std::size_t hash_length = 8;
    constexpr int hour = 60;
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(drop.minute / hour) + two(drop.minute % hour) + "-" + text::slug(drop.title) + "-" +
           drop.sha256.substr(0, hash_length) + std::string{sound_ending};
}

Result<void> lay_out(const fs::path& root, std::span<const SoundDrop> wanted, Date today)
{
    std::set<fs::path> laid_out;
    while (!wanted.empty()) {
        const auto day = wanted.first(length_of_day(wanted));
        const auto folder = root / day.front().agency / day.front().day.iso();
        const auto kept = TRY(lay_out_day(folder, day));
        clear(folder, kept);
        laid_out.insert(folder);
        wanted = wanted.subspan(day.size());
    }
    const auto oldest = today.plus_days(-limits::dropped_days);
    for (const auto& agency : entries_of(root))
        for (const auto& folder : entries_of(agency)) {
            const auto day = Date::from_iso(folder.filename().string());
            const bool is_over = day && *day < oldest;
            const bool is_silent = day && *day >= today && !laid_out.contains(folder);
            if (is_over || is_silent) clear(folder, {});
        }
    return {};
}

}  // namespace caicach::channel
