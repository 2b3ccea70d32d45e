#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach
{

/// One thing that may be set: its key ("server.port"), what it means, its default and its limits.
/// The table of all of them lives in app/; a key that is not in it is refused, with the nearest
/// name.
struct Setting {
    /// site: nothing, or scheme and host of a web site, "https://cchc.songlam.gov.vn". words: one
    /// or more of the choices, with a blank between them.
    /// rates: "300/5m 50/10s" (base/rate.hpp). networks: addresses and prefixes (base/network.hpp).
    /// daemon: nothing, or where one of this machine listens: "/run/clamav/clamd.ctl",
    /// "127.0.0.1:3310", "[::1]:3310".
    /// contact: nothing, or "mailto:antoan@songlam.gov.vn", "https://…".
    enum class Kind {
        text,
        integer,
        boolean,
        choice,
        words,
        site,
        rates,
        networks,
        daemon,
        contact
    };
    std::string_view key{};
    Kind kind{Kind::text};
    std::string_view fallback{};
    std::string_view text{};  ///< one sentence for people, in English (operators' documentation)
    std::int64_t lowest{};    ///< for integers
    std::int64_t highest{INT64_MAX};
    std::string_view choices{};  ///< for choice and words: "debug info off"
};

/// The values in force and where each came from: default < file < environment < command line.
/// The environment says CAICACH_SERVER__PORT for server.port, or CAICACH_SERVER__PORT_FILE for a
/// file whose first line is the value (secrets); the file is TOML: `[server]` `port = 8080`.
class Configuration
{
public:
    struct Sources {
        std::string file{};  ///< empty: no file
        std::map<std::string, std::string>
            environment{};  ///< names that do not begin with CAICACH_ are passed over
        std::map<std::string, std::string> command_line{};  ///< key → value
    };
    struct Entry {
        std::string value{};
        std::string origin{};  ///< "default", "file /etc/caicach/config.toml", "environment
                               ///< CAICACH_SERVER__PORT", …
    };

    /// invalid with key "base.configuration.*" and every problem found in `arguments`, one sentence
    /// each.
    [[nodiscard]] static Result<Configuration> load(std::span<const Setting> settings,
                                                    const Sources& sources);

    [[nodiscard]] const std::string& text(std::string_view key) const;
    [[nodiscard]] std::int64_t integer(std::string_view key) const;
    [[nodiscard]] bool boolean(std::string_view key) const;
    [[nodiscard]] const std::map<std::string, Entry, std::less<>>& entries() const
    {
        return m_entries;
    }

private:
    std::map<std::string, Entry, std::less<>> m_entries{};
};

}  // namespace caicach
