/** The emoji that people type most, by Slack's names; the others show as `:name:`. */
const table = `
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 wave 👋 clap 👏 pray 🙏 raised_hands 🙌 muscle 💪 point_right 👉
point_left 👈 point_up ☝️ point_up_2 👆 point_down 👇 fist ✊ v ✌️ handshake 🤝 eyes 👀 facepalm 🤦 shrug 🤷
smile 😄 smiley 😃 grinning 😀 grin 😁 joy 😂 rolling_on_the_floor_laughing 🤣 slightly_smiling_face 🙂 wink 😉 blush 😊
heart_eyes 😍 sunglasses 😎 thinking_face 🤔 neutral_face 😐 expressionless 😑 unamused 😒 sweat 😓 sweat_smile 😅 cry 😢
sob 😭 scream 😱 angry 😠 rage 😡 exploding_head 🤯 face_with_monocle 🧐 sleeping 😴 zzz 💤 disappointed 😞 confused 😕
worried 😟 grimacing 😬 innocent 😇 upside_down_face 🙃 melting_face 🫠 saluting_face 🫡 hugging_face 🤗 partying_face 🥳
heart ❤️ broken_heart 💔 blue_heart 💙 green_heart 💚 yellow_heart 💛 purple_heart 💜 100 💯 fire 🔥 sparkles ✨ star ⭐ star2 🌟
tada 🎉 confetti_ball 🎊 rocket 🚀 trophy 🏆 medal 🏅 dart 🎯 bulb 💡 zap ⚡ boom 💥 bug 🐛 ghost 👻 robot_face 🤖 skull 💀
warning ⚠️ rotating_light 🚨 no_entry ⛔ no_entry_sign 🚫 octagonal_sign 🛑 x ❌ white_check_mark ✅ heavy_check_mark ✔️
ballot_box_with_check ☑️ question ❓ grey_question ❔ exclamation ❗ bangbang ‼️ interrobang ⁉️ information_source ℹ️
red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 white_circle ⚪
black_circle ⚫ large_green_square 🟩 large_red_square 🟥 large_yellow_square 🟨 small_blue_diamond 🔹 small_orange_diamond 🔸
arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_upper_right ↗️ arrows_counterclockwise 🔄 repeat 🔁 back 🔙
hourglass ⌛ hourglass_flowing_sand ⏳ stopwatch ⏱️ alarm_clock ⏰ clock1 🕐 calendar 📆 date 📅 spiral_calendar_pad 🗓️
lock 🔒 unlock 🔓 key 🔑 closed_lock_with_key 🔐 shield 🛡️ wrench 🔧 hammer 🔨 hammer_and_wrench 🛠️ gear ⚙️ nut_and_bolt 🔩
link 🔗 paperclip 📎 pushpin 📌 round_pushpin 📍 triangular_flag_on_post 🚩 memo 📝 pencil ✏️ pencil2 ✏️ clipboard 📋
page_facing_up 📄 page_with_curl 📃 bookmark 🔖 book 📖 books 📚 notebook 📓 newspaper 📰 file_folder 📁 open_file_folder 📂
card_index_dividers 🗂️ package 📦 inbox_tray 📥 outbox_tray 📤 email 📧 envelope ✉️ incoming_envelope 📨 mailbox 📫
speech_balloon 💬 thought_balloon 💭 loudspeaker 📢 mega 📣 bell 🔔 no_bell 🔕 telephone_receiver 📞 phone ☎️ iphone 📱
computer 💻 desktop_computer 🖥️ keyboard ⌨️ floppy_disk 💾 cd 💿 satellite 🛰️ electric_plug 🔌 battery 🔋 mag 🔍 mag_right 🔎
chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 test_tube 🧪 construction 🚧 traffic_light 🚥 ambulance 🚑
fire_engine 🚒 police_car 🚓 coffee ☕ tea 🍵 beer 🍺 beers 🍻 pizza 🍕 cake 🍰 doughnut 🍩 apple 🍎 sunny ☀️ cloud ☁️
umbrella ☔ snowflake ❄️ rainbow 🌈 earth_americas 🌎 globe_with_meridians 🌐 seedling 🌱 evergreen_tree 🌲 house 🏠 office 🏢
art 🎨 musical_note 🎵 soccer ⚽ game_die 🎲 gift 🎁 moneybag 💰 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊 cat 🐱 dog 🐶
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ hash #️⃣ new 🆕 ok 🆗 sos 🆘 up 🆙 bust_in_silhouette 👤 busts_in_silhouette 👥
`;

const words = table.trim().split(/\s+/);
const signs = new Map(words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? '']] : [])));

/** The sign for a name without colons, or null for one that is not in the table. */
export function emojiSign(name: string): string | null {
  return signs.get(name) ?? null;
}

/** The text with the `:names:` that are known turned into signs; the others stay as they are. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+)(?:::skin-tone-[2-6])?:/g, (whole, name: string) => emojiSign(name) ?? whole);
}
