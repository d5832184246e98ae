// Names of places that tell organisations apart: Lidköping and Linköping are one letter from each other, and two.

const words = (text: string): string[] => text.trim().split(/\s*[,\n]\s*/)

/** The municipalities of Sweden, in small letters. */
const MUNICIPALITIES = words(`
  upplands väsby, vallentuna, österåker, värmdö, järfälla, ekerö, huddinge, botkyrka, salem, haninge, tyresö, upplands-bro,
  nykvarn, täby, danderyd, sollentuna, stockholm, södertälje, nacka, sundbyberg, solna, lidingö, vaxholm, norrtälje, sigtuna,
  nynäshamn, håbo, älvkarleby, knivsta, heby, tierp, uppsala, enköping, östhammar, vingåker, gnesta, nyköping, oxelösund, flen,
  katrineholm, eskilstuna, strängnäs, trosa, ödeshög, ydre, kinda, boxholm, åtvidaberg, finspång, valdemarsvik, linköping,
  norrköping, söderköping, motala, vadstena, mjölby, aneby, gnosjö, mullsjö, habo, gislaved, vaggeryd, jönköping, nässjö,
  värnamo, sävsjö, vetlanda, eksjö, tranås, uppvidinge, lessebo, tingsryd, alvesta, älmhult, markaryd, växjö, ljungby, högsby,
  torsås, mörbylånga, hultsfred, mönsterås, emmaboda, kalmar, nybro, oskarshamn, västervik, vimmerby, borgholm, gotland,
  olofström, karlskrona, ronneby, karlshamn, sölvesborg, svalöv, staffanstorp, burlöv, vellinge, östra göinge, örkelljunga,
  bjuv, kävlinge, lomma, svedala, skurup, sjöbo, hörby, höör, tomelilla, bromölla, osby, perstorp, klippan, åstorp, båstad,
  malmö, lund, landskrona, helsingborg, höganäs, eslöv, ystad, trelleborg, kristianstad, simrishamn, ängelholm, hässleholm,
  hylte, halmstad, laholm, falkenberg, varberg, kungsbacka, härryda, partille, öckerö, stenungsund, tjörn, orust, sotenäs,
  munkedal, tanum, dals-ed, färgelanda, ale, lerum, vårgårda, bollebygd, grästorp, essunga, karlsborg, gullspång, tranemo,
  bengtsfors, mellerud, lilla edet, mark, svenljunga, herrljunga, vara, götene, tibro, töreboda, göteborg, mölndal, kungälv,
  lysekil, uddevalla, strömstad, vänersborg, trollhättan, alingsås, borås, ulricehamn, åmål, mariestad, lidköping, skara,
  skövde, hjo, tidaholm, falköping, kil, eda, torsby, storfors, hammarö, munkfors, forshaga, grums, årjäng, sunne, karlstad,
  kristinehamn, filipstad, hagfors, arvika, säffle, lekeberg, laxå, hallsberg, degerfors, hällefors, ljusnarsberg, örebro,
  kumla, askersund, karlskoga, nora, lindesberg, skinnskatteberg, surahammar, kungsör, hallstahammar, norberg, västerås, sala,
  fagersta, köping, arboga, vansbro, malung-sälen, gagnef, leksand, rättvik, orsa, älvdalen, smedjebacken, mora, falun,
  borlänge, säter, hedemora, avesta, ludvika, ockelbo, hofors, ovanåker, nordanstig, ljusdal, gävle, sandviken, söderhamn,
  bollnäs, hudiksvall, ånge, timrå, härnösand, sundsvall, kramfors, sollefteå, örnsköldsvik, ragunda, bräcke, krokom,
  strömsund, åre, berg, härjedalen, östersund, nordmaling, bjurholm, vindeln, robertsfors, norsjö, malå, storuman, sorsele,
  dorotea, vännäs, vilhelmina, åsele, umeå, lycksele, skellefteå, arvidsjaur, arjeplog, jokkmokk, överkalix, kalix, övertorneå,
  pajala, gällivare, älvsbyn, luleå, piteå, boden, haparanda, kiruna`)

/** Counties, provinces and parts of the country. */
const REGIONS = words(`
  uppsala, södermanland, sörmland, östergötland, kronoberg, blekinge, skåne, halland, västra götaland, värmland, västmanland,
  dalarna, gävleborg, västernorrland, jämtland, västerbotten, norrbotten, småland, öland, bohuslän, dalsland, västergötland,
  närke, uppland, ångermanland, medelpad, hälsingland, gästrikland, lappland, norrland, svealand, götaland`)

const PLACES = new Set([...MUNICIPALITIES, ...REGIONS])

/** Whether the words, in small letters, are the name of a place; an s too many or too few is forgiven. Pure. */
export const isPlace = (name: string): boolean =>
  PLACES.has(name) || PLACES.has(`${name}s`) || (name.endsWith('s') && PLACES.has(name.slice(0, -1)))

export const MUNICIPALITY_COUNT = MUNICIPALITIES.length
